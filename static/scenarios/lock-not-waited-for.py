"""A lock that is not waited for

The way out of the deadlock at exit: the callback waits for the lock with a
timeout and does without it when it is not to be had. The program exits when
that time is over, and the daemon is cut off while it still holds the lock.
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
    if data_lock.acquire(timeout=2.5):
        print("saved")
        data_lock.release()
    else:
        print("not saved: no lock after 2.5 seconds")


atexit.register(save)
thread = threading.Thread(target=watch, daemon=True)
thread.start()
time.sleep(1.7)
print("main ended")
