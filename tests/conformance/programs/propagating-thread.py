import threading, time
class MyError(Exception):
    def __init__(self, code, msg): super().__init__(msg); self.code = code
class PropagatingThread(threading.Thread):
    def run(self):
        self.exc = None
        try: self.ret = self._target(*self._args, **self._kwargs)
        except BaseException as e: self.exc = e
    def join(self, timeout=None):
        super().join(timeout)
        if self.exc: raise RuntimeError('exception in %s' % self.name) from self.exc
        return self.ret
def f(x):
    if x < 0: raise MyError(42, "negative")
    return x * 2
t = PropagatingThread(target=f, args=(4,), name="P"); t.start(); print(t.join())
t = PropagatingThread(target=f, args=(-1,), name="P2"); t.start()
try: t.join()
except RuntimeError as e: print(e, "|", repr(e.__cause__), e.__cause__.code)
t = PropagatingThread(target=f, args=(-1,), name="P3"); t.start(); t.join()
