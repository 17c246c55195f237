"""Asking again and again

`join()` with a timeout comes back when the time is over, whether the thread has
ended or not, and always returns `None`; `is_alive()` tells which it was. This
way the main thread can do something else between two looks. Here it gives up
after three, and because the thread is a daemon, giving up is enough to leave.
"""

import threading
import time


def slow_job():
    print("job started")
    time.sleep(10)
    print("job done")


thread = threading.Thread(target=slow_job, daemon=True)
thread.start()
for attempt in range(1, 4):
    thread.join(timeout=1)
    print("look", attempt, "- alive:", thread.is_alive())
    if not thread.is_alive():
        break
else:
    print("not waiting any longer")
print("main ended")
