"""Who gets which job?"""
import queue
import threading

jobs = queue.Queue()


def consume(name):
    job = jobs.get()
    print(name, job)


for name in ("x", "y"):
    threading.Thread(target=consume, args=(name,)).start()
jobs.put(1)
jobs.put(2)
