"""A reporter that starts itself again

A `Timer` is a thread that waits and then calls a function once. Here the
function reports what has happened and starts the next timer. Each timer is made
a daemon, otherwise the chain would keep the program alive for ever; the last
one is cut off before its time comes.
"""

import threading
import time

activities = []


def report():
    print("report:", ", ".join(activities) or "nothing new")
    activities.clear()
    start_timer()


def start_timer():
    timer = threading.Timer(2, report)
    timer.daemon = True
    timer.start()


start_timer()
for activity in ("opened a file", "typed a line", "saved the file", "closed the window"):
    time.sleep(1.2)
    activities.append(activity)
time.sleep(0.5)
print("main ended, not reported:", ", ".join(activities))
