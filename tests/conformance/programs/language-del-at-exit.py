"""What a __del__ does at exit: after the atexit callbacks, circles first."""

import threading, atexit
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
class Pool:
    def __init__(self): self.items = [D(i) for i in range(3)]; self.d = D("pool attr")
    def close(self): self.items.clear(); print("closed")
b = D("b"); a = D("a")
p = Pool()
atexit.register(lambda: print("atexit"))
atexit.register(p.close)
def main():
    loc = D("main local")
    raise SystemExit(3)
c = D("c")
class N: pass
n = N(); n.me = n; n.d = D("in cycle")
del n
main()
