"""Decorators with state, retries, tracing, debouncing."""

from functools import wraps
import time, threading
def retry(times=3, exceptions=(Exception,), delay=0.01):
    def decorator(fn):
        @wraps(fn)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return fn(*args, **kwargs)
                except exceptions as e:
                    print(f"attempt {attempt} failed: {e!r}")
                    if attempt == times: raise
                    time.sleep(delay * 2 ** attempt)
        return wrapper
    return decorator
calls = {'n': 0}
@retry(times=3, exceptions=(ValueError, KeyError))
def flaky():
    """flaky doc"""
    calls['n'] += 1
    if calls['n'] < 3: raise ValueError("not yet")
    return "ok"
print(flaky(), flaky.__name__, flaky.__doc__, flaky.__wrapped__)
class CountCalls:
    def __init__(self, func): wraps(func)(self); self.func = func; self.num = 0
    def __call__(self, *a, **k): self.num += 1; return self.func(*a, **k)
@CountCalls
def hi(): return "hi"
hi(); hi(); print(hi.num, hi.__name__)
def trace(cls):
    for name, attr in list(vars(cls).items()):
        if callable(attr) and not name.startswith('__'):
            def make(attr, name):
                def w(*a, **k):
                    print("->", name, a[1:], k)
                    return attr(*a, **k)
                return w
            setattr(cls, name, make(attr, name))
    return cls
@trace
class Calc:
    def add(self, a, b): return a + b
    def mul(self, a, b=2): return a * b
print(Calc().add(1, 2), Calc().mul(3, b=4))
def validate(**types):
    def deco(f):
        def w(*args):
            for (n, t), a in zip(types.items(), args):
                if not isinstance(a, t): raise TypeError(f"{n} must be {t.__name__}, got {type(a).__name__}")
            return f(*args)
        return w
    return deco
@validate(a=int, b=str)
def rep(a, b): return a * b
print(rep(2, "x"))
try: rep("2", "x")
except TypeError as e: print(e)
