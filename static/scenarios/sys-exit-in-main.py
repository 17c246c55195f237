"""sys.exit() in the main thread

`sys.exit(3)` ends the main thread, not the program: it raises `SystemExit`, so
`finally` blocks of the main thread run, and then the interpreter waits for the
regular threads as it always does. Three seconds later the process ends with
status 3.
"""

import sys
import threading
import time


def regular_job():
    time.sleep(3)
    print("regular job done")


def daemon_job():
    time.sleep(5)
    print("daemon job done")


threading.Thread(target=regular_job).start()
threading.Thread(target=daemon_job, daemon=True).start()
try:
    print("main leaves")
    sys.exit(3)
finally:
    print("main cleaned up")
