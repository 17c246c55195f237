"""Two kinds side by side

A regular thread needs two seconds, a daemon four. The main thread joins the
regular one and then ends, so the daemon is cut off with two seconds to go.
Flip the daemon's switch and the program stays for the whole four seconds.
"""

import threading
import time


def regular_job():
    print("regular job started")
    time.sleep(2)
    print("regular job done")


def daemon_job():
    print("daemon job started")
    time.sleep(4)
    print("daemon job done")


regular = threading.Thread(target=regular_job)
daemon = threading.Thread(target=daemon_job, daemon=True)
regular.start()
daemon.start()
regular.join()
print("main ended")
