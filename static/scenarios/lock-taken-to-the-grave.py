"""A lock taken to the grave

The daemon holds a lock and will never give it back. At exit a callback wants
the same lock, to save something in good order, and waits for it in vain: a
daemon is not cut off before the callbacks have returned, and this callback does
not return. A daemon alone does not keep a program alive, but a lock in its
hands can.

At 0 s: the daemon takes the lock and keeps it while it loops.

At 2 s: the main thread ends, and its callback waits for the lock. Daemons are
not frozen while a callback runs, and this one cannot return before the daemon
gives the lock back: they hold each other for ever.
"""

import atexit
import threading
import time

data_lock = threading.Lock()


def watch():
    with data_lock:
        print("daemon has the lock")
        while True:
            time.sleep(1)


def save():
    print("saving: waiting for the lock")
    with data_lock:
        print("saved")


atexit.register(save)
thread = threading.Thread(target=watch, daemon=True)
thread.start()
time.sleep(2)
print("main ended")
