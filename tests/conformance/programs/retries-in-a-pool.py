import concurrent.futures as cf, threading, time, functools
def retry(times, exceptions=(Exception,)):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            for attempt in range(1, times + 1):
                try: return fn(*args, **kwargs)
                except exceptions as exc:
                    print(f"{fn.__name__}{args} attempt {attempt}: {type(exc).__name__}: {exc}")
                    if attempt == times: raise
        return inner
    return deco
calls = {}
@retry(3, (ValueError, KeyError))
def fragile(n):
    calls[n] = calls.get(n, 0) + 1
    if calls[n] < n: raise ValueError("not yet")
    return n * 100
with cf.ThreadPoolExecutor(1) as ex:
    fs = [ex.submit(fragile, n) for n in (1, 2, 5)]
for f in fs:
    exc = f.exception()
    print(f.result() if exc is None else repr(exc))
print(sorted(calls.items()))
