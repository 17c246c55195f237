import threading, time, sys

class ProgressBar:
    def __init__(self, total, width=10, stream=sys.stdout):
        self.total, self.width, self.stream = total, width, stream
        self.n = 0
        self._lock = threading.Lock()
    def update(self, k=1):
        with self._lock:
            self.n += k
            filled = self.width * self.n // self.total
            bar = "#" * filled + "-" * (self.width - filled)
            self.stream.write(f"\r[{bar}] {self.n:>3}/{self.total} {100 * self.n / self.total:5.1f}%")
            self.stream.flush()
    def __enter__(self): return self
    def __exit__(self, *a): self.stream.write("\n")

with ProgressBar(4) as bar:
    def step(i):
        time.sleep(0.01 * i)
        bar.update()
    ts = [threading.Thread(target=step, args=(i,)) for i in range(4)]
    for t in ts: t.start()
    for t in ts: t.join()
print("%s" % ("done".center(20, "=")))
