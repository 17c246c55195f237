import threading as T
def trial(label, fn):
    try: print(label, "->", fn())
    except BaseException as e: print(label, "->", type(e).__name__ + ":", e)
l, r, c, e = T.Lock(), T.RLock(), T.Condition(), T.Event()
trial("Lock.release", l.release); trial("Lock.acquire", l.acquire); trial("acquire(False)", lambda: l.acquire(False))
trial("acquire(timeout)", lambda: l.acquire(timeout=0.01)); trial("acquire(False,1)", lambda: l.acquire(False, 1)); trial("acquire(True,-2)", lambda: l.acquire(True, -2)); trial("locked", l.locked)
x = T.Thread(target=l.release); x.start(); x.join(); trial("released by other", l.locked)
trial("RLock.release", r.release); r.acquire(); trial("RLock again", r.acquire)
x = T.Thread(target=lambda: trial("RLock other release", r.release)); x.start(); x.join()
trial("event.wait t", lambda: e.wait(0.01)); e.set(); trial("event.wait set", e.wait)
