"""A daemon by the old setDaemon(True)

Older texts call `setDaemon(True)`. It does the same as the attribute, and it
still works; since Python 3.10 it also gives a deprecation warning on standard
error. Choose an older version in the settings and the warning is gone.
"""

import threading
import time


def job():
    print("job started")
    time.sleep(3)
    print("job done")


thread = threading.Thread(target=job)
thread.setDaemon(True)
print("daemon:", thread.daemon)
thread.start()
time.sleep(1)
print("main ended")
