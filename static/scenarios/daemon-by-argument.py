"""A daemon by the constructor's argument

The plainest way to say that a thread is a daemon is `daemon=True` where it is
made. Two threads run the same function here; the only difference is that
argument. The interpreter waits two seconds for the regular one, which happens
to be too short for the daemon.
"""

import threading
import time


def job(name, seconds):
    print(name, "started")
    time.sleep(seconds)
    print(name, "done")


regular = threading.Thread(target=job, args=("regular", 2))
daemon = threading.Thread(target=job, args=("daemon", 3), daemon=True)
regular.start()
daemon.start()
print("daemon flags:", regular.daemon, daemon.daemon)
print("main ended")
