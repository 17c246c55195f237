"""Exceptions that nobody can catch: in `__del__`, in callbacks at exit, in a callback of a weak reference."""
import atexit, threading, weakref
class Noisy:
    def __del__(self):
        total = 1 + sum([1, "2"])
n = Noisy()
del n
class Plain: pass
p = Plain()
r = weakref.ref(p, lambda ref: {}["gone"] + 1)
del p
def worker():
    n = Noisy()
    print("worker has one")
t = threading.Thread(target=worker); t.start(); t.join()
@atexit.register
def late():
    x = [1, 2]
    return x[0] + x[5]
print("end", r() is None)
