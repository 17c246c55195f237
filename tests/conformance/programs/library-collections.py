"""Containers, iterators, caches and context managers of the library."""
# needs: 3.12
from collections import *
from functools import *
from itertools import *
from contextlib import *
import operator, heapq, bisect
d = deque([1,2,3], maxlen=3); d.append(4); print(d, d[0], len(d), list(reversed(d))); d.rotate(1); print(d)
try: deque().popleft()
except IndexError as e: print(e)
dd = defaultdict(list); dd["a"].append(1); print(dd, dict(dd)); dd2=defaultdict(int); dd2["x"]+=2; print(dd2)
c = Counter("abracadabra"); print(c, c.most_common(2), c["z"], c.total()); c.update("aa"); print(c-Counter("ab"), c+c)
o = OrderedDict(a=1,b=2); o.move_to_end("a"); print(o, o.popitem(), list(o))
P = namedtuple("P","x y", defaults=[5]); p=P(1); print(p, p.x, p.y, p._asdict(), p._replace(x=9), p==(1,5), P._fields, {p:1})
for a in [(),(1,2,3)]:
    try: P(*a)
    except TypeError as e: print(e)
print(ChainMap({"a":1},{"b":2})["b"], ChainMap({"a":1}))
print(reduce(lambda a,b:a+b,[1,2,3]), partial(int, base=2)("101"))
@lru_cache(maxsize=None)
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(30), fib.cache_info(), fib.__name__)
@cache
def sq(x): return x*x
print(sq(3), sq(3), sq.cache_info())
def deco(f):
    @wraps(f)
    def inner(*a): return f(*a)
    return inner
@deco
def named(x): "doc"; return x
print(named.__name__, named.__doc__, named(2))
class T:
    @cached_property
    def v(self): print("computed"); return 5
t=T(); print(t.v, t.v)
@total_ordering
class O:
    def __init__(s,n): s.n=n
    def __eq__(s,o): return s.n==o.n
    def __lt__(s,o): return s.n<o.n
print(O(1)<=O(1), O(2)>O(1), O(1)>=O(2), sorted([3,1,2], key=cmp_to_key(lambda a,b:b-a)))
print(list(islice(count(5),3)), list(chain([1],[2,3])), list(product("ab",[1,2])), list(permutations([1,2,3],2)), list(combinations(range(4),2)))
print([(k,list(g)) for k,g in groupby("aabbbc")], list(zip_longest([1,2],[3])), list(accumulate([1,2,3])), list(takewhile(lambda x:x<3,[1,2,3,1])), list(pairwise([1,2,3])), list(batched("abcde",2)))
a,b=tee([1,2]); print(list(a),list(b)); print(list(starmap(pow,[(2,3)])), list(islice(cycle([1,2]),5)), list(repeat(1,2)), list(chain.from_iterable([[1],[2]])), list(compress("abc",[1,0,1])), list(filterfalse(None,[0,1])), list(dropwhile(lambda x:x<2,[1,2,1])), list(combinations_with_replacement("ab",2)))
@contextmanager
def cm(x):
    print("enter")
    try: yield x
    finally: print("exit")
with cm(3) as v: print(v)
try:
    with cm(4): raise ValueError("v")
except ValueError as e: print("caught", e)
with suppress(KeyError): {}["a"]
with ExitStack() as st:
    st.enter_context(cm(1)); st.callback(print, "cb")
import io
s=io.StringIO()
with redirect_stdout(s): print("hidden")
print(repr(s.getvalue()), nullcontext(3).__enter__())
h=[3,1,2]; heapq.heapify(h); heapq.heappush(h,0); print(heapq.heappop(h), h, heapq.nlargest(2,h), list(heapq.merge([1,3],[2])))
print(bisect.bisect([1,2,2,3],2), bisect.bisect_left([1,2,2,3],2)); l=[1,3]; bisect.insort(l,2); print(l)
print(operator.itemgetter(1,0)("ab"), operator.attrgetter("n")(O(3)), operator.add(1,2), operator.methodcaller("upper")("a"))
try: heapq.heappop([])
except IndexError as e: print(e)
@singledispatch
def sd(x): return "obj"
@sd.register(int)
def _(x: int): return "int"
@sd.register(str)
def _(x): return "str"
print(sd(1), sd("a"), sd(1.5), partial(print,1,sep="x"))
