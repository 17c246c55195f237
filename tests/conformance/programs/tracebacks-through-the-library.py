"""Tracebacks that a program prints itself, with frames of the library in them."""
import threading, traceback, sys, queue
from concurrent.futures import ThreadPoolExecutor
def bad(): raise ValueError("x")
def out(text):
    for l in text.splitlines():
        if l.startswith("  File"):
            p = l.split('"'); print("  File", p[1].split("/")[-1], p[2].split(",")[-1])
        else: print(l)
with ThreadPoolExecutor(1) as ex:
    f = ex.submit(bad)
    try: f.result()
    except ValueError: out(traceback.format_exc())
    try: list(ex.map(lambda x: bad(), [1]))
    except ValueError: out(traceback.format_exc())
    e = f.exception()
    out("".join(traceback.format_exception(type(e), e, e.__traceback__)))
    f.add_done_callback(lambda f: None)
try: queue.Queue().get_nowait()
except queue.Empty: out(traceback.format_exc())
try: queue.Queue().get(timeout=0.01)
except queue.Empty: out(traceback.format_exc())
class T(threading.Thread):
    def run(self):
        try: super().run()
        except Exception: out(traceback.format_exc())
t = T(target=bad); t.start(); t.join()
try: threading.Thread(target=bad).run()
except ValueError: out(traceback.format_exc())
try: threading.Barrier(2).wait(0.01)
except threading.BrokenBarrierError: out(traceback.format_exc())
try: threading.Condition().wait()
except RuntimeError: out(traceback.format_exc())
try: threading.Semaphore(-1)
except ValueError: out(traceback.format_exc())
t = threading.Thread(target=bad)
try: t.join()
except RuntimeError: out(traceback.format_exc())
import contextlib
@contextlib.contextmanager
def cm():
    try: yield
    except KeyError: raise
try:
    with cm(): raise KeyError(1)
except KeyError: out(traceback.format_exc())
import functools
@functools.lru_cache()
def cached(): bad()
try: cached()
except ValueError: out(traceback.format_exc())
def hook(args):
    out("".join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)))
    print([f.name for f in traceback.extract_tb(args.exc_traceback)])
threading.excepthook = hook
t = threading.Thread(target=bad); t.start(); t.join()
t = threading.Timer(0.01, bad); t.start(); t.join()
s = threading.BoundedSemaphore(1)
try: s.release()
except ValueError: out(traceback.format_exc())
q = queue.Queue(1); q.put(1)
for call in (lambda: q.put_nowait(2), lambda: q.put(2, timeout=-1), lambda: q.get(timeout=-1), lambda: ex.submit(print), lambda: (q.task_done(), q.task_done()), lambda: threading.Condition().notify_all(), t.start, threading.current_thread().join):
    try: call()
    except Exception: out(traceback.format_exc())
ex = ThreadPoolExecutor(1)
import time
f = ex.submit(time.sleep, 0.2)
try: f.result(timeout=0.05)
except Exception: out(traceback.format_exc().replace("concurrent.futures._base.", ""))
g = ex.submit(time.sleep, 0.2); g.cancel()
try: g.result()
except Exception: out(traceback.format_exc())
ex.shutdown()
def inner(x): return [1 // y for y in range(x)]
def rec(n): return rec(n - 1) if n else 1 // 0
for call in (lambda: inner(2), lambda: rec(8)):
    try: call()
    except Exception: out(traceback.format_exc())
import logging, io
buffer = io.StringIO(); logging.basicConfig(stream=buffer, format="%(message)s")
try: queue.Queue().get_nowait()
except queue.Empty: logging.exception("none left")
out(buffer.getvalue())
