"""Words counted, strings formatted, arguments spread."""

text = """the quick brown fox
jumps over the lazy dog
the end"""
words = text.split()
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
for w, c in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0])): print(f"{w:<10}{c:>3}")
from collections import Counter, defaultdict, deque, namedtuple, OrderedDict, ChainMap
c = Counter(words)
print(c.most_common(2), c["zzz"], sum(c.values()))
dd = defaultdict(list)
for w in words: dd[len(w)].append(w)
print(dict(dd)); print(dd)
dq = deque([1,2,3], maxlen=3); dq.append(4); dq.appendleft(0); dq.rotate(1); print(dq)
P = namedtuple("P", "x y"); p = P(1, y=2); print(p, p.x, p._asdict(), p._replace(x=9))
print(text.splitlines(), "a,b,,c".split(","), " x ".strip(), "abc".center(9, "*"), "title case".title())
print("abc"[::-1], "a-b-c".replace("-", "+", 1), "x".join("abc"), "abc".find("c"), "Hello".swapcase())
print("{0} {1} {0} {name!r:>8}".format(1, 2, name="z"), "{:,}".format(1234567), f"{1234567.891:,.2f}", f"{0.256:.1%}", f"{255:#x} {255:08b} {'a':^5}|")
x = 5; print(f"{x=} {x + 1 = } {x!r} {'nested ' + f'{x}'}")
matrix = [[1,2,3],[4,5,6]]
print([[r[i] for r in matrix] for i in range(3)], list(zip(*matrix)), [x for r in matrix for x in r if x % 2])
print({k: v for k, v in zip("abc", range(3))}, {len(w) for w in words} == {3,4,5})
first, *rest = words; print(first, len(rest)); *a, b = (1,2,3); print(a, b)
def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, z=6), f(*[1,2], **{'c': 3}))
def pos(a, /, b, *, c): return a, b, c
try: pos(a=1, b=2, c=3)
except TypeError as e: print(e)
if (n := len(words)) > 5: print("many", n)
print(any(x > 3 for x in [1,2]), all([]), list(map(str, [1,2])), list(filter(None, [0,1,''])), list(reversed([1,2])), sorted("bca", reverse=True), list(enumerate("ab", 1)), min("b", "a"), max([1,3,2], key=lambda x: -x), sum([[1],[2]], []))
print(isinstance(True, int), type(1), type("a").__name__, type(None), type(print), type(lambda: 0), type(f), int, Exception)
print(id(x) == id(x), callable(f), hash("a") == hash("a"), repr("a'b"), repr('a"b\'c'), ascii("é"), "\t\n\\".encode(), b"ab\xff")
