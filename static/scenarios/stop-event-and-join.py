"""A stop event and a join

This is how a background thread is ended in good order. The loop asks an
`Event` whether to stop, and waits on it instead of sleeping, so that it wakes
at once when the event is set. The main thread sets the event and then joins:
the round is finished, the `finally` block runs, and nothing is lost.

At 0 s: the monitor looks whether it should stop, prints, and waits on the
event for a second at the most.

At 2.5 s: the main thread sets the event. The monitor, half-way through its
wait, wakes at once and not at the third second. Its `finally` runs, the
`join()` returns, and only then does the main thread end.
"""

import threading
import time

stop = threading.Event()


def monitor():
    try:
        while not stop.is_set():
            print("checking")
            stop.wait(1)
    finally:
        print("monitor cleaned up")


thread = threading.Thread(target=monitor)
thread.start()
time.sleep(2.5)
print("main asks the monitor to stop")
stop.set()
thread.join()
print("main ended")
