from dataclasses import *
import threading, typing
@dataclass(frozen=True)
class Point:
    x: int; y: int = 0
    def dist(self): return (self.x ** 2 + self.y ** 2) ** 0.5
@dataclass
class Stats:
    name: str
    values: list = field(default_factory=list)
    total: int = field(init=False, default=0)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)
    scale: InitVar[int] = 1
    kind: typing.ClassVar[str] = "k"
    def __post_init__(self, scale): self.scale_used = scale
    def add(self, v):
        with self._lock: self.values.append(v); self.total += v
s = Stats("s", scale=3)
ts = [threading.Thread(target=s.add, args=(i,)) for i in range(4)]; [t.start() for t in ts]; [t.join() for t in ts]
print(s, s.scale_used, Stats.kind)
p = Point(3, 4); print(p, p.dist(), p == Point(3, 4), hash(p) == hash(Point(3, 4)), {p: 1}[Point(3, 4)], replace(p, y=0), astuple(p), asdict(p))
try: p.x = 1
except FrozenInstanceError as e: print(e)
print([f.name for f in fields(s)], is_dataclass(p), Point.__match_args__ if hasattr(Point, "__match_args__") else ("x", "y"))
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
print(sorted([V(1, 2), V(1), V(0, 9)]), V(1) < V(2), max(V(1), V(1, 1)))
try: Point()
except TypeError as e: print(e)
C = make_dataclass("C", [("x", int), ("y", int, field(default=5))]); print(C(1))
