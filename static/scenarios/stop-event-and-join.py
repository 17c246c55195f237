"""A stop event and a join

This is how a background thread is ended in good order. The loop asks an
`Event` whether to stop, and waits on it instead of sleeping, so that it wakes
at once when the event is set. The main thread sets the event and then joins:
the round is finished, the `finally` block runs, and nothing is lost.
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
