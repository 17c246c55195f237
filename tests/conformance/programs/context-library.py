import threading
from contextlib import contextmanager, ExitStack, suppress, closing, redirect_stdout, nullcontext
import io
@contextmanager
def timed(name):
    print("enter", name)
    try: yield name.upper()
    finally: print("leave", name)
def w():
    with timed("a") as x, timed("b") as y:
        print(x, y)
    with ExitStack() as st:
        for n in "cd": st.enter_context(timed(n))
        st.callback(print, "callback")
    with suppress(KeyError): {}["x"]
    with nullcontext(5) as n: print(n)
t = threading.Thread(target=w); t.start(); t.join()
buf = io.StringIO()
with redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
