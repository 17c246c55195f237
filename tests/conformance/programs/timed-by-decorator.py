import threading
import time
def deco(fn):
    import functools
    @functools.wraps(fn)
    def inner(*a, **k):
        t0 = time.perf_counter()
        r = fn(*a, **k)
        dt = time.perf_counter() - t0
        print(f"{fn.__name__} took {dt:.0f}s")
        return r
    return inner
@deco
def sequential():
    for _ in range(3): time.sleep(2)
@deco
def threaded():
    ts = [threading.Thread(target=time.sleep, args=(2,)) for _ in range(3)]
    list(map(threading.Thread.start, ts)); list(map(threading.Thread.join, ts))
sequential(); threaded()
