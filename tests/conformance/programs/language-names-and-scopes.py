"""Scopes, closures, locals and globals."""

x = 10
def f():
    global x
    x += 1
    def g():
        nonlocal y
        y += 1
        return y
    y = 1
    return g() + g()
print(f(), x)
def adders(): return [lambda n, i=i: n + i for i in range(3)]
print([a(10) for a in adders()])
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
def mk():
    c = 0
    def inc():
        nonlocal c
        c += 1
        return c
    return inc
a, b = mk(), mk(); print(a(), a(), b(), a.__closure__[0].cell_contents, mk.__code__.co_varnames, a.__code__.co_freevars)
def bad():
    print(x)
    x = 1
try: bad()
except UnboundLocalError as e: print(e)
class K:
    z = [i for i in range(3)]
    def m(self): return __class__.__name__
print(K.z, K().m())
print(locals() is globals(), 'x' in globals(), sorted(vars(K))[-2:])
def loc(a, b=2):
    c = 3
    return locals()
print(loc(1))
print(dir(K())[-2:], [n for n in dir(K) if not n.startswith('_')])
def default(l=[]): l.append(1); return l
print(default(), default(), default.__defaults__)
print((lambda *a, **k: (a, k))(1, b=2))
print(f.__name__, f.__module__, f.__qualname__, K.m.__qualname__, mk().__qualname__)
def fact(n): return 1 if n <= 1 else n * fact(n-1)
print(fact(30))
def rec(n): return rec(n+1)
try: rec(0)
except RecursionError as e: print(e)
import sys
print(sys.getrecursionlimit(), sys.version_info >= (3, 8), sys.argv[0][-3:])
for i in range(2): pass
print(i)
while True:
    i += 1
    if i > 5: break
else: print("no")
print(i)
del i
try: i
except NameError as e: print(e)
print(__name__, type(__builtins__).__name__ , __doc__)
print(f"{'a' if x else 'b'}", not x, x and 0 or 'z', 1 < 2 < 3, 1 < 3 < 2, None is None)


class Renamed:
    def name(self):
        nonlocal __class__
        return __class__.__name__


print(Renamed().name())
