import heapq, threading, itertools, time
class Scheduler(threading.Thread):
    def __init__(self):
        super().__init__(daemon=True)
        self.heap = []; self.cv = threading.Condition(); self.seq = itertools.count()
    def schedule(self, delay, fn, *args):
        with self.cv:
            heapq.heappush(self.heap, (time.monotonic() + delay, next(self.seq), fn, args)); self.cv.notify()
    def run(self):
        while True:
            with self.cv:
                while not self.heap: self.cv.wait()
                when, _, fn, args = self.heap[0]
                now = time.monotonic()
                if when > now:
                    self.cv.wait(when - now); continue
                heapq.heappop(self.heap)
            fn(*args)
s = Scheduler(); s.start()
done = threading.Event()
s.schedule(0.3, print, "third"); s.schedule(0.1, print, "first"); s.schedule(0.2, print, "second"); s.schedule(0.4, done.set)
print(done.wait(2))
