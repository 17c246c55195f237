import queue
import threading

jobs = queue.Queue()
results = queue.Queue()


def worker():
    while (job := jobs.get()) is not None:
        results.put(job ** 2)
    jobs.put(None)


threads = [threading.Thread(target=worker) for _ in range(2)]
for t in threads:
    t.start()
for n in range(5):
    jobs.put(n)
jobs.put(None)
for t in threads:
    t.join()
out = []
while not results.empty():
    out.append(results.get_nowait())
print(sorted(out))
