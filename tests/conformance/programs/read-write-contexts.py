import threading
import time
class ReadWriteLock:
    def __init__(self):
        self._cond = threading.Condition()
        self._readers = 0
        self._writer = False
    class _Ctx:
        def __init__(self, a, r): self.a, self.r = a, r
        def __enter__(self): self.a()
        def __exit__(self, *e): self.r()
    def read(self): return self._Ctx(self._ra, self._rr)
    def write(self): return self._Ctx(self._wa, self._wr)
    def _ra(self):
        with self._cond:
            while self._writer: self._cond.wait()
            self._readers += 1
    def _rr(self):
        with self._cond:
            self._readers -= 1
            if self._readers == 0: self._cond.notify_all()
    def _wa(self):
        with self._cond:
            while self._writer or self._readers: self._cond.wait()
            self._writer = True
    def _wr(self):
        with self._cond:
            self._writer = False
            self._cond.notify_all()
rw = ReadWriteLock(); data = {"v": 0}; log = []
def r(i):
    time.sleep(0.8 * i)
    with rw.read(): log.append(("r", i, data["v"])); time.sleep(0.01)
def w():
    time.sleep(1.2)
    with rw.write(): data["v"] += 1; log.append("w")
ts = [threading.Thread(target=r, args=(i,)) for i in range(4)] + [threading.Thread(target=w)]
for t in ts: t.start()
for t in ts: t.join()
print(log)
