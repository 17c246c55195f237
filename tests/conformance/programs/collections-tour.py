import threading
import time
from collections import deque, Counter, OrderedDict, namedtuple, ChainMap
d = deque(maxlen=3)
for i in range(5): d.append(i)
d.rotate(1); d.appendleft(9); print(d, d[0])
c = Counter("mississippi"); print(c.most_common(2), c["z"], sum(c.values()), c - Counter("ss"))
P = namedtuple("P", "x y", defaults=[0]); print(P(1), P(1, 2)._asdict(), P._fields, P(1)._replace(y=5))
od = OrderedDict(a=1, b=2); od.move_to_end("a"); print(od, od.popitem(last=False))
print(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
