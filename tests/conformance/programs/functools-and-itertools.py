import functools, threading, itertools, operator
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
res = {}
ts = [threading.Thread(target=lambda n=n: res.update({n: fib(n)})) for n in (10, 20, 30)]
for t in ts: t.start()
for t in ts: t.join()
print(res, fib.cache_info())
@functools.singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
print(show(1), show([]), show("s"))
@functools.total_ordering
class V:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return self.x == o.x
    def __lt__(self, o): return self.x < o.x
print(V(1) <= V(2), functools.reduce(operator.mul, range(1, 6)), list(itertools.accumulate([1, 2, 3])))
print(list(itertools.chain.from_iterable([[1], [2, 3]])), list(itertools.groupby("aabbb"))[0][0], list(itertools.islice(itertools.count(5), 3)))
print(list(itertools.product("ab", repeat=2)), list(itertools.combinations(range(3), 2)))
