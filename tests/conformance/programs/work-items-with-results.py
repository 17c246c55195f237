"""Thread pool from scratch with results and exceptions."""
import threading, queue, time, functools

class WorkItem:
    __slots__ = ("fn", "args", "kwargs", "event", "result", "error")
    def __init__(self, fn, args, kwargs):
        self.fn, self.args, self.kwargs = fn, args, kwargs
        self.event = threading.Event()
        self.result = self.error = None
    def run(self):
        try:
            self.result = self.fn(*self.args, **self.kwargs)
        except Exception as exc:
            self.error = exc
        finally:
            self.event.set()
    def get(self, timeout=None):
        if not self.event.wait(timeout):
            raise TimeoutError("work item timed out")
        if self.error:
            raise self.error
        return self.result

class Pool:
    _STOP = object()
    def __init__(self, n):
        self._q = queue.Queue()
        self._threads = [threading.Thread(target=self._work, name="pool-%d" % i, daemon=True) for i in range(n)]
        for t in self._threads: t.start()
    def _work(self):
        while True:
            item = self._q.get()
            if item is self._STOP:
                break
            item.run()
    def submit(self, fn, *a, **k):
        w = WorkItem(fn, a, k)
        self._q.put(w)
        return w
    def __enter__(self): return self
    def __exit__(self, *exc):
        for _ in self._threads: self._q.put(self._STOP)
        for t in self._threads: t.join()
        return False

with Pool(3) as p:
    items = [p.submit(pow, 2, n) for n in range(5)] + [p.submit(int, "oops")]
    for i in items:
        try:
            print(i.get(timeout=1))
        except ValueError as e:
            print("ValueError:", e)
    slow = p.submit(time.sleep, 0.5)
    try: slow.get(0.01)
    except TimeoutError as e: print(type(e).__name__, e)
