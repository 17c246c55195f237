import contextvars, threading
v = contextvars.ContextVar("v", default=0)
v.set(5)
def f(): print("thread", v.get())
ctx = contextvars.copy_context()
t = threading.Thread(target=ctx.run, args=(f,)); t.start(); t.join()
t = threading.Thread(target=f); t.start(); t.join()
tok = v.set(9); v.reset(tok); print(v.get())
