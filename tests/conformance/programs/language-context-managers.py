"""Context managers of all kinds."""

import threading
from contextlib import contextmanager, suppress, ExitStack, closing, redirect_stdout
import io
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as e:
        print("swallowed", e)
    finally:
        print(f"</{name}>")
with tag("a") as a, tag("b") as b:
    print(a, b)
    raise ValueError("x")
with suppress(KeyError): {}["a"]
class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, exc_type, exc, tb):
        print("exit", exc_type.__name__ if exc_type else None, exc)
        return exc_type is ZeroDivisionError
with CM() as c: 1/0
print("survived")
with ExitStack() as st:
    for i in range(3): st.enter_context(tag(str(i)))
    st.callback(print, "callback")
buf = io.StringIO()
with redirect_stdout(buf):
    print("hidden")
print(repr(buf.getvalue()))
class Timer:
    def __enter__(self): return self
    def __exit__(self, *args): self.done = True
with Timer() as t: pass
print(t.done)
try:
    with open("nofile.txt") as f: pass
except FileNotFoundError as e: print(e)
with open("x.txt", "w") as f: f.write("a\nb\n")
with open("x.txt") as f:
    for n, line in enumerate(f, 1): print(n, line.strip())
try:
    with CM(): raise KeyError("k")
except KeyError as e: print("out", e)
