"""Daemon workers, and join() on the queue."""
import queue
import threading

jobs = queue.Queue()


def worker():
    while True:
        job = jobs.get()
        print("job", job)
        jobs.task_done()


for _ in range(2):
    threading.Thread(target=worker, daemon=True).start()
for job in range(2):
    jobs.put(job)
jobs.join()
print("done")
