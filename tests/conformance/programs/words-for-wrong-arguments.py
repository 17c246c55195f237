"""What threads and locks say of arguments that they do not take."""
import threading
t = threading.Thread(target=1, args=5)
errs = []
threading.excepthook = lambda a: errs.append(str(a.exc_value))
try:
    t.start(); t.join()
except Exception as e: print("start", e)
print(errs)
for a in ((print, 5), (print, None), (1, ()), (None, 5)):
    try: threading.Thread(target=a[0], args=a[1]).run()
    except Exception as e: print(type(e).__name__, e)
try: threading.Thread(target=print, kwargs=5).run()
except Exception as e: print(type(e).__name__, e)
try: threading.Thread(target=print, kwargs=[("end", "!")]).run()
except Exception as e: print(type(e).__name__, e)
for f in (threading.Lock, threading.RLock, threading.Condition, threading.Event, threading.Semaphore, threading.Barrier, threading.Timer, threading.BoundedSemaphore, threading.local):
    for args in ((1,), (1, 2), (1, 2, 3, 4, 5, 6)):
        try: print(type(f(*args)).__name__)
        except Exception as e: print(getattr(f, "__name__", f), type(e).__name__, e)
    try: f(zzz=1)
    except Exception as e: print(type(e).__name__, e)
import _thread
for a, k in (((1,), {}), ((), {"a": 1})):
    try: _thread.allocate_lock(*a, **k)
    except TypeError as e: print(e)
