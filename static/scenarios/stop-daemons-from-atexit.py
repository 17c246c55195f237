"""Stopping daemons from atexit

Callbacks registered with `atexit` run after the main thread has ended, while
daemons are still alive. So this is the last moment to ask them to stop and to
join them; after it they are cut off. A library that starts daemons of its own
can clean up behind itself in this way, without asking its user for anything.

At 0 s: both workers come up. They wait on the event, each for its own pause,
instead of sleeping.

At 2.5 s: the main thread has ended and the callback runs. It sets the event,
both workers wake and put their tools away, and the callback joins them. Nobody
is left to be cut off.
"""

import atexit
import threading
import time

stop = threading.Event()


def worker(name, pause):
    print(name, "started")
    while not stop.wait(pause):
        print(name, "works")
    print(name, "put its tools away")


workers = [
    threading.Thread(target=worker, args=("first", 1), daemon=True),
    threading.Thread(target=worker, args=("second", 1.4), daemon=True),
]


def stop_workers():
    print("atexit: stopping the workers")
    stop.set()
    for thread in workers:
        thread.join()
        print("atexit: one worker has stopped")


atexit.register(stop_workers)
for thread in workers:
    thread.start()
time.sleep(2.5)
print("main ended")
