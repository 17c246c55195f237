import threading as T
def trial(label, fn):
    try: print(label, "->", fn())
    except BaseException as e: print(label, "->", type(e).__name__ + ":", e)
c = T.Condition()
trial("cond.wait", c.wait); trial("cond.notify", c.notify)
with c: trial("cond.wait timeout", lambda: c.wait(0.01)); trial("wait_for", lambda: c.wait_for(lambda: False, 0.01))
s, b = T.Semaphore(2), T.BoundedSemaphore(1)
trial("sem", lambda: [s.acquire(), s.acquire(), s.acquire(blocking=False)]); trial("sem release", s.release)
trial("bounded", b.release); trial("sem(-1)", lambda: T.Semaphore(-1))
bar = T.Barrier(2, timeout=0.05); trial("barrier timeout", bar.wait); trial("broken", lambda: bar.broken)
trial("wait broken", bar.wait); bar.reset(); trial("after reset", lambda: bar.broken)
