"""A good daemon: the log collector

Threads put their messages into a queue, and one daemon writes them out, so the
lines of different threads never mix. It waits in `get()` for ever and is cut
off there. Nothing is lost, because the main thread first calls `join()` on the
queue, which returns when every message has been dealt with.
"""

import queue
import threading
import time

messages = queue.Queue()


def collect():
    while True:
        message = messages.get()
        print("log:", message)
        messages.task_done()


def job(name, seconds):
    messages.put(f"{name} started")
    time.sleep(seconds)
    messages.put(f"{name} done")


threading.Thread(target=collect, name="collector", daemon=True).start()
jobs = [
    threading.Thread(target=job, args=("import", 1)),
    threading.Thread(target=job, args=("export", 2)),
]
for thread in jobs:
    thread.start()
for thread in jobs:
    thread.join()
messages.join()
print("main ended")
