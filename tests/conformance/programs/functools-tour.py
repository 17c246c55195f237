import functools, threading
class P:
    def __init__(self): self.n = 0
    @functools.cached_property
    def heavy(self): self.n += 1; return 42
    def power(self, b, e): return b ** e
    square = functools.partialmethod(power, e=2)
    @functools.singledispatchmethod
    def show(self, x): return "any"
    @show.register
    def _(self, x: int): return "int"
    @show.register(str)
    def _(self, x): return "str"
p = P(); print(p.heavy, p.heavy, p.n, p.square(5), p.show(1), p.show("s"), p.show(2.0))
@functools.lru_cache(maxsize=2)
def f(x, y=1): print("compute", x); return x + y
print(f(1), f(1), f(2), f(3), f(1), f.cache_info()); f.cache_clear(); print(f.cache_info(), f.__wrapped__(5))
print(sorted(["b", "A", "c"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
print(functools.reduce(lambda a, b: a + b, [[1], [2]], []))
pp = functools.partial(int, base=2); print(pp("101"), pp.func, pp.args, pp.keywords)
