import contextlib, threading, time, sys
@contextlib.contextmanager
def tag(n):
    print("<%s>" % n)
    try: yield n
    except ValueError as e: print("swallowed", e)
    finally: print("</%s>" % n)
with tag("a"): raise ValueError("x")
@tag("deco")
def hello(): print("hello")
hello(); hello()
class CM(contextlib.ContextDecorator):
    def __enter__(self): print("in"); return self
    def __exit__(self, *e): print("out"); return False
@CM()
def g(): return 5
print(g())
with contextlib.ExitStack() as s:
    s.callback(print, "cb1"); s.push(lambda *a: print("push", a[0])); v = s.enter_context(tag("in")); print(v)
    moved = s.pop_all()
print("not closed yet"); moved.close()
with contextlib.suppress(ZeroDivisionError, KeyError): 1 / 0
with contextlib.closing(type("R", (), {"close": lambda self: print("closed")})()) as r: pass
with contextlib.redirect_stderr(sys.stdout): print("err", file=sys.stderr)
lock = threading.RLock()
with lock, lock: print("twice")
@contextlib.contextmanager
def timed():
    t = time.perf_counter(); yield lambda: time.perf_counter() - t
with timed() as el: time.sleep(0.1)
print(el() >= 0.1)
try:
    with tag("b"): raise KeyError("k")
except KeyError as e: print("propagated", e)
@contextlib.contextmanager
def noyield():
    if False: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
