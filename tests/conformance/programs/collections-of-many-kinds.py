from collections import *
import threading
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
d = D(a=1); d["b"] = 2; print(d, "A" in d, len(d), dict(d))
class L(UserList):
    def append(self, x): super().append(x * 2)
l = L([1]); l.append(5); print(l, l[0], len(l))
c = Counter(a=3, b=1); c.update("aab"); c.subtract({"b": 5}); print(c, +c, list(c.elements())[:2], c.most_common(), c.total() if hasattr(c, "total") else sum(c.values()), c & Counter(a=2), c | Counter(z=1))
q = deque([1, 2, 3], maxlen=4); q.extend([4, 5]); q.extendleft([0]); print(q, q.maxlen, q.index(3), q.count(3), q.pop(), q.popleft(), list(reversed(q))); q.insert(1, "x"); q.remove("x"); q.reverse(); q.clear(); print(q)
try: deque().pop()
except IndexError as e: print(e)
dd = defaultdict(lambda: defaultdict(int)); dd["x"]["y"] += 1; print(dd["x"]["y"], dict(dd["x"]), defaultdict(list, a=[1]))
m = ChainMap({"a": 1}, {"b": 2}); m["c"] = 3; print(m, m.maps, m.new_child({"a": 9})["a"], sorted(m), m.parents)
T = namedtuple("T", ["x", "y"]); t = T(1, y=2); print(t, t.x, t[1], T._make([3, 4]), t._asdict(), t == (1, 2), *t)
try: t.x = 5
except AttributeError as e: print(e)
o = OrderedDict.fromkeys("abc"); o.move_to_end("a"); print(list(o), o == {"a": None, "b": None, "c": None}, o.popitem())
