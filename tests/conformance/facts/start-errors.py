import threading as T
def trial(label, fn):
    try: print(label, "->", fn())
    except BaseException as e: print(label, "->", type(e).__name__ + ":", e)
t = T.Thread(target=lambda: None); t.start(); t.join()
trial("start twice", t.start)
class Bad(T.Thread):
    def __init__(self): pass
trial("no init start", lambda: Bad().start())
trial("no init join", lambda: Bad().join())
trial("no init set daemon", lambda: setattr(Bad(), "daemon", True))
u = T.Thread(target=print, args=("in", ))
trial("run() directly", u.run)
trial("group", lambda: T.Thread(group=1))
trial("non-callable", lambda: T.Thread(target=5).run())
trial("args not iterable", lambda: T.Thread(target=print, args=(5)).run())
trial("args str", lambda: T.Thread(target=print, args=("abc")).run())
