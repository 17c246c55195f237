import threading, time, queue
class Worker(threading.Thread):
    def __init__(self, q, results):
        threading.Thread.__init__(self)
        self.q = q; self.results = results; self.daemon = True
    def run(self):
        while True:
            try:
                f, args, kw = self.q.get()
                try: self.results.append(f(*args, **kw))
                except Exception as e: print(e)
            finally:
                self.q.task_done()
class Pool:
    def __init__(self, n):
        self.tasks = queue.Queue(n); self.results = []
        for _ in range(n): Worker(self.tasks, self.results).start()
    def add(self, f, *a, **k): self.tasks.put((f, a, k))
    def wait(self): self.tasks.join()
p = Pool(3)
for i in range(6): p.add(pow, i, 2)
p.add(int, "x")
p.wait()
print(sorted(p.results))
