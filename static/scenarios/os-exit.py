"""os._exit() waits for nobody

`os._exit()` leaves at once, from whichever thread it is called: regular threads
are cut off like daemons, no `finally` block runs and no `atexit` callback. Even
printed text that is still in a buffer is lost; choose a pipe for standard
output in the settings, and all of it is gone.
"""

import atexit
import os
import threading
import time


def regular_job():
    try:
        print("regular job started")
        time.sleep(5)
        print("regular job done")
    finally:
        print("regular job cleaned up")


def say_goodbye():
    print("goodbye")


atexit.register(say_goodbye)
threading.Thread(target=regular_job).start()
time.sleep(1)
print("main leaves at once")
os._exit(7)
