import threading, time
def f(x):
    time.sleep(0.4 * x)
    if x % 2: raise ValueError(f"odd: {x}")
    return x
class Result:
    def __init__(self): self.ok = []; self.err = []
def run(x, res):
    try: res.ok.append(f(x))
    except ValueError as e: res.err.append(str(e))
    else: pass
    finally: done.release()
res = Result(); done = threading.Semaphore(0)
for i in range(5): threading.Thread(target=run, args=(i, res)).start()
for _ in range(5): done.acquire()
print(res.ok, res.err)
