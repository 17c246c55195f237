import threading, time
from threading import *
ev = Event(); c = Condition(); s = Semaphore(); l = Lock(); r = RLock()
def waiter(n):
    with c:
        c.wait()
        print("woken", n)
ts = [Thread(target=waiter, args=(i,)) for i in range(3)]
for t in ts: t.start(); time.sleep(0.05)
with c: c.notify(1)
time.sleep(0.1)
time.sleep(0.1)
for _ in range(2):
    with c: c.notify()
    time.sleep(0.1)
for t in ts: t.join()
print(active_count(), current_thread() is main_thread(), [t.name for t in enumerate()] == ["MainThread"])
print(sorted(__import__("threading").__all__)[:5])
