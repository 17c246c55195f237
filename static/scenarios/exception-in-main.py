"""An exception in the main thread

The traceback appears at once and the exit status will be 1, but the program is
not over: an exception ends the main thread only, and the interpreter waits for
the regular thread as always. The daemon goes on meanwhile and is cut off in the
end.
"""

import threading
import time


def regular_job():
    time.sleep(3)
    print("regular job done")


def daemon_job():
    while True:
        print("daemon works")
        time.sleep(0.8)


threading.Thread(target=regular_job).start()
threading.Thread(target=daemon_job, daemon=True).start()
time.sleep(1)
raise ValueError("main has failed")
