"""Is it alive?

`is_alive()` is false before `start()`, true while the thread runs, and false
again after its end. That is all it says: a thread that was never started and
one that has ended look the same, and neither can be started again.
"""

import threading
import time


def job():
    time.sleep(2)


thread = threading.Thread(target=job)
print("before start:", thread.is_alive())
thread.start()
print("after start:", thread.is_alive())
thread.join()
print("after join:", thread.is_alive())

try:
    thread.start()
except RuntimeError as error:
    print("RuntimeError:", error)
