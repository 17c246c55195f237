"""A lock for readers and writers, and futures, by hand."""

import threading
class ReadWriteLock:
    def __init__(self):
        self._read_ready = threading.Condition(threading.RLock())
        self._readers = 0
    def acquire_read(self):
        self._read_ready.acquire()
        try: self._readers += 1
        finally: self._read_ready.release()
    def release_read(self):
        self._read_ready.acquire()
        try:
            self._readers -= 1
            if not self._readers: self._read_ready.notifyAll() if hasattr(self._read_ready, "notifyAll") and False else self._read_ready.notify_all()
        finally: self._read_ready.release()
    def acquire_write(self):
        self._read_ready.acquire()
        while self._readers > 0: self._read_ready.wait()
    def release_write(self): self._read_ready.release()
    class _R:
        def __init__(s, l): s.l = l
        def __enter__(s): s.l.acquire_read(); return s
        def __exit__(s, *a): s.l.release_read()
    @property
    def read(self): return self._R(self)
rw = ReadWriteLock(); shared = {"v": 0}; seen = []
def reader():
    with rw.read: seen.append(shared["v"])
def writer(n):
    rw.acquire_write()
    try: shared["v"] = n
    finally: rw.release_write()
for i in range(3):
    for f, a in ((writer, (i,)), (reader, ())):
        t = threading.Thread(target=f, args=a); t.start(); t.join()
print(seen, shared)
class Future:
    _PENDING = object()
    def __init__(self): self._v = self._PENDING; self._e = None; self._ev = threading.Event(); self._cbs = []
    def set(self, v):
        self._v = v; self._ev.set()
        for cb in self._cbs: cb(self)
    def fail(self, e): self._e = e; self._ev.set()
    def get(self, timeout=None):
        if not self._ev.wait(timeout): raise TimeoutError("no result in %ss" % timeout)
        if self._e: raise self._e
        return self._v
    def then(self, fn): self._cbs.append(lambda f: fn(f._v)); return self
    def __repr__(self): return "<Future %s>" % ("pending" if not self._ev.is_set() else "failed" if self._e else "done=%r" % (self._v,))
def run_async(fn, *a, **k):
    f = Future()
    def go():
        try: f.set(fn(*a, **k))
        except Exception as e: f.fail(e)
    threading.Thread(target=go, daemon=True).start()
    return f
f = run_async(pow, 2, 10); print(f.get(), f)
f = run_async(int, "zz")
try: f.get(1)
except ValueError as e: print("failed:", e, f)
try: Future().get(0.1)
except TimeoutError as e: print(e)
