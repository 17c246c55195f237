import threading as T
def r(t):
    text = repr(t)
    return text.rsplit(" ", 1)[0] + " ID>" if t.ident and text[-2].isdigit() else text
e = T.Event()
t = T.Thread(target=e.wait, name="w", daemon=True)
print(t.is_alive(), t.ident, r(t))
t.start()
print(t.is_alive(), type(t.ident).__name__, r(t), T.active_count(), [x.name for x in T.enumerate()])
e.set(); t.join()
print(t.is_alive(), r(t), T.active_count(), [x.name for x in T.enumerate()])
print(r(T.main_thread()), T.main_thread() is T.current_thread())
