"""Objects that say when they go."""

class Res:
    def __init__(self, n): self.n = n; print("open", n)
    def __del__(self): print("del", self.n)
def f():
    r = Res("local")
    print("in f")
f()
a = Res("a")
a = Res("b")
del a
print("---")
l = [Res(i) for i in range(3)]
l.pop()
l[0] = None
l.clear()
d = {'x': Res("x")}
d['x'] = 1
print("dict done")
Res("temp")
print("temp done")
x = y = Res("xy")
del x
print("one left")
del y
def g():
    r = Res("exc")
    raise ValueError("v")
try:
    g()
except ValueError as e:
    print("caught", e)
print("after")
class Node:
    def __init__(self, n): self.n = n; self.res = Res("node%d" % n)
n = Node(1)
n = None
s = {Res("s")}
s.pop()
print("end")
z = Res("z")
w = Res("w")
