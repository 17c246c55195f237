import threading as T, time
def trial(label, fn):
    try: print(label, "->", fn())
    except BaseException as e: print(label, "->", type(e).__name__ + ":", e)
t = T.Thread(target=time.sleep, args=(3,))
trial("join before start", t.join)
trial("join self", T.current_thread().join)
t.start()
trial("join(-1)", lambda: t.join(-1))
trial("join(0)", lambda: t.join(0))
trial("join(0.5)", lambda: t.join(0.5)); print("alive", t.is_alive())
trial("join('x')", lambda: t.join('x'))
trial("join()", t.join); print("alive", t.is_alive())
trial("join again", t.join)
def body():
    trial("self join in thread", T.current_thread().join)
    trial("main join timeout", lambda: T.main_thread().join(0.5))
u = T.Thread(target=body); u.start(); u.join()
