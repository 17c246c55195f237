"""sys.exit() in a thread

In a thread `sys.exit()` ends that thread and nothing else. It does so silently:
the message is not shown, the exit status stays 0, and the main thread only
notices because the thread is no longer alive.
"""

import sys
import threading
import time


def job():
    print("job started")
    time.sleep(1)
    sys.exit("the job gives up")
    print("never reached")


thread = threading.Thread(target=job)
thread.start()
thread.join()
print("main goes on, thread alive:", thread.is_alive())
time.sleep(1)
print("main ended")
