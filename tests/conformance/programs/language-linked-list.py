"""A linked list, vectors, total ordering, single dispatch."""

class LinkedList:
    class _Node:
        def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt
    def __init__(self, it=()):
        self.head = None; self.size = 0
        for i in it: self.append(i)
    def append(self, v):
        n = self._Node(v)
        if not self.head: self.head = n
        else:
            cur = self.head
            while cur.nxt: cur = cur.nxt
            cur.nxt = n
        self.size += 1
    def __iter__(self):
        cur = self.head
        while cur:
            yield cur.v
            cur = cur.nxt
    def __len__(self): return self.size
    def __getitem__(self, i):
        if isinstance(i, slice): return [*self][i]
        if i < 0: i += self.size
        for n, v in enumerate(self):
            if n == i: return v
        raise IndexError(i)
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.nxt, prev, cur = prev, cur, cur.nxt
        self.head = prev
    def __reversed__(self): return reversed([*self])
    def __repr__(self): return " -> ".join(map(repr, self)) + " -> None"
l = LinkedList([3,1,2]); print(l, len(l), l[-1], l[0:2], sorted(l), list(reversed(l)), 2 in l, max(l))
l.reverse(); print(l)
try: l[10]
except IndexError as e: print("IndexError", e)
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), sum(Countdown(4)), [*Countdown(2)], tuple(Countdown(1)))
class Vec:
    def __init__(self, *c): self.c = c
    def __eq__(self, o): return isinstance(o, Vec) and self.c == o.c
    def __lt__(self, o): return self.c < o.c
    def __getitem__(self, i): return self.c[i]
    def __abs__(self): return sum(x*x for x in self.c) ** .5
    def __format__(self, spec): return "(" + ", ".join(format(x, spec) for x in self.c) + ")"
    def __int__(self): return int(self.c[0])
    def __float__(self): return float(self.c[0])
    def __index__(self): return int(self.c[0])
    def __call__(self, x): return Vec(*(k*x for k in self.c))
    def __radd__(self, o): return o
    def __invert__(self): return Vec(*reversed(self.c))
    def __rshift__(self, o): print("shift", o); return self
    def __or__(self, o): return "or"
v = Vec(3, 4)
print(abs(v), f"{v:.1f}", format(v, "d"), int(v), float(v), [0,1,2,3,4][v], v(2).c, sum([v]), (~v).c, (v >> 1 >> 2).c, v | 1, list(v), v == Vec(3,4), sorted([Vec(2), Vec(1)])[0].c)
from functools import total_ordering, reduce, partial, singledispatch, cached_property
@total_ordering
class Ver:
    def __init__(self, s): self.t = tuple(map(int, s.split(".")))
    def __eq__(self, o): return self.t == o.t
    def __lt__(self, o): return self.t < o.t
print(Ver("1.2") >= Ver("1.1"), Ver("1.10") > Ver("1.9"), reduce(lambda a, b: a*b, [1,2,3,4]), partial(pow, 2)(5))
@singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(str)
def _(x): return "str"
print(show(1), show("a"), show([]))
class CP:
    @cached_property
    def v(self): print("calc"); return 42
c = CP(); print(c.v, c.v, c.__dict__)
