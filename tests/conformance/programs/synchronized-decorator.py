import threading, functools
def synchronized(lock):
    def wrap(f):
        @functools.wraps(f)
        def newf(*a, **kw):
            with lock: return f(*a, **kw)
        return newf
    return wrap
lk = threading.Lock()
class X:
    total = 0
    @classmethod
    @synchronized(lk)
    def add(cls, n): cls.total += n
    @staticmethod
    def make(): return X()
    @property
    def t(self): return type(self).total
x = X.make()
ts = [threading.Thread(target=X.add, args=(i,)) for i in range(10)]
for t in ts: t.start()
for t in ts: t.join()
print(x.t, X.add.__name__, lk.locked())
