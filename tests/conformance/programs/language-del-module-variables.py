"""The order in which objects go at exit."""

import threading
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
a = D(1); b = D(2); a, b = b, a
c = [D(3), D(4)]
d = {"x": D(5)}
def f(): pass
_p = D(6)
class H:
    x = D(7)
