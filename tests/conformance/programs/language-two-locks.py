"""Two locks taken with a time limit, and in order."""

import threading
lock_a, lock_b = threading.Lock(), threading.Lock()
def one():
    with lock_a:
        ev.wait(0.1)
        if lock_b.acquire(timeout=0.2):
            print("one got both"); lock_b.release()
        else: print("one gave up")
def two():
    with lock_b:
        ev.wait(0.1)
        if lock_a.acquire(timeout=0.5):
            print("two got both"); lock_a.release()
        else: print("two gave up")
ev = threading.Event()
ts = [threading.Thread(target=f) for f in (one, two)]
for t in ts: t.start()
for t in ts: t.join()
class Account:
    _ids = iter(range(1, 100))
    def __init__(self, bal): self.id = next(self._ids); self.bal = bal; self.lock = threading.RLock()
    def __lt__(self, o): return self.id < o.id
def transfer(src, dst, amt):
    for acc in sorted((src, dst)): acc.lock.acquire()
    try:
        if src.bal < amt: raise ValueError("insufficient: have %d, need %d" % (src.bal, amt))
        src.bal -= amt; dst.bal += amt
    finally:
        for acc in sorted((src, dst), reverse=True): acc.lock.release()
a, b = Account(100), Account(50)
ts = [threading.Thread(target=transfer, args=args) for args in [(a, b, 30), (b, a, 10), (a, b, 5)]]
for t in ts: t.start()
for t in ts: t.join()
print(a.bal, b.bal, a.bal + b.bal)
try: transfer(a, b, 1000)
except ValueError as e: print("Error:", e)
