"""An uncaught exception keeps the locals of its frames until the interpreter is gone."""

import threading
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def main():
    x = D("x")
    y = D("y")
    oops()
def oops():
    z = D("z")
    raise RuntimeError("boom")
g = D("g")
def run():
    q = D("thread local")
    raise ValueError("in thread")
t = threading.Thread(target=run); t.start(); t.join()
print("joined")
main()
