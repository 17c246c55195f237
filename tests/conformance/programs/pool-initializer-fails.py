from concurrent.futures import ThreadPoolExecutor
import threading, time
def init(x): print("init", threading.current_thread().name, x)
def bad(): raise RuntimeError("no")
with ThreadPoolExecutor(2, initializer=init, initargs=(5,)) as ex:
    print(list(ex.map(lambda a, b: a + b, [1, 2, 3], [10, 20, 30])))
ex = ThreadPoolExecutor(1, initializer=bad)
f = ex.submit(print, 1)
try: f.result()
except Exception as e: print(type(e).__name__, type(e).__module__, e)
try: ex.submit(print)
except Exception as e: print(type(e).__name__, e)
ex.shutdown()
ex = ThreadPoolExecutor(1)
fs = [ex.submit(time.sleep, 0.1) for _ in range(4)]
ex.shutdown(wait=True, cancel_futures=True)
print([f.cancelled() for f in fs])
try: ex.submit(print)
except RuntimeError as e: print(e)
