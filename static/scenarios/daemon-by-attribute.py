"""A daemon by its attribute

The flag is also an attribute of the thread. It may be set and changed as often
as one likes until `start()` is called; only what it says at that moment counts.
"""

import threading
import time


def job():
    print("job started")
    time.sleep(3)
    print("job done")


thread = threading.Thread(target=job)
print("daemon at first:", thread.daemon)
thread.daemon = True
print("daemon now:", thread.daemon)
thread.start()
time.sleep(1)
print("main ended")
