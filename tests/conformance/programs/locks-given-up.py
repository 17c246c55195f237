import threading, time
lock = threading.Lock()
def careful(n):
    acquired = lock.acquire(timeout=0.2)
    if not acquired:
        print(n, "gave up"); return
    try: print(n, "working"); time.sleep(0.6)
    finally: lock.release(); print(n, "released")
ts = [threading.Thread(target=careful, args=(i,)) for i in range(2)]
for t in ts: t.start(); time.sleep(0.05)
for t in ts: t.join()
rl = threading.RLock()
def nested():
    with rl:
        with rl: print("nested", rl._is_owned() if hasattr(rl, "_is_owned") else True)
t = threading.Thread(target=nested); t.start(); t.join()
print(lock, rl) if False else print(lock.locked())
try:
    with lock: raise KeyError("inside")
except KeyError as e: print("lock free again:", not lock.locked(), e)
cond = threading.Condition(); items = []
def consume():
    with cond:
        while not items: cond.wait()
        print("consumed", items.pop())
c = threading.Thread(target=consume); c.start()
time.sleep(0.1)
with cond: items.append("x"); cond.notify()
c.join()
try: cond.notify()
except RuntimeError as e: print("RuntimeError:", e)
try: cond.release()
except RuntimeError as e: print("RuntimeError:", e)
