from concurrent.futures import *
import threading, time
print(ALL_COMPLETED, FIRST_EXCEPTION)
def f(n):
    time.sleep(n)
    if n == 0.2: raise OSError("disk")
    return n
ex = ThreadPoolExecutor(max_workers=3)
fs = [ex.submit(f, n) for n in (0.1, 0.2, 0.6)]
d = wait(fs, return_when=FIRST_EXCEPTION)
print(len(d.done), len(d.not_done), sorted(x._state for x in d.done))
print(wait(fs, timeout=0.01).not_done == {fs[2]})
try:
    for x in as_completed(fs, timeout=0.05): pass
except TimeoutError as e: print("as_completed", e)
print(fs[0], str(fs[1])[-26:], fs[2].running()) if False else print(fs[2].running(), fs[2].cancel())
ex.shutdown(wait=False); print("not waited")
try: ex.submit(f, 1)
except RuntimeError as e: print(e)
print([t.name.split("_")[1] for t in threading.enumerate() if "Pool" in t.name] != [])
print(fs[2].result(), fs[2].done())
try: list(ThreadPoolExecutor().map(f, [0.5], timeout=0.1))
except Exception as e: print(type(e).__name__)
