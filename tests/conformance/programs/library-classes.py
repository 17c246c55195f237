"""Enumerations, data classes, abstract classes, named tuples and copies."""
# needs: 3.12
from enum import *
from dataclasses import *
from abc import *
from typing import *
import copy, types
from collections.abc import Mapping, Iterable, Sequence, Callable as C
class Color(Enum):
    RED=1; GREEN=2; CRIMSON=1
    def hello(self): return "hi "+self.name
print(Color.RED, repr(Color.RED), Color(2), Color["RED"], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.hello(), Color.RED.value, Color.RED in Color, {Color.RED:1}, Color)
try: Color(7)
except ValueError as e: print(e)
try: Color["X"]
except KeyError as e: print(repr(e))
class A(Enum):
    X=auto(); Y=auto()
print([a.value for a in A], A.__members__)
class N(IntEnum):
    ONE=1; TWO=2
print(N.ONE < N.TWO, N.ONE+1, N.ONE, repr(N.ONE), f"{N.ONE}", sorted([N.TWO,N.ONE]))
class Perm(Flag):
    R=auto(); W=auto()
print(Perm.R|Perm.W, repr(Perm.R|Perm.W), Perm.R in (Perm.R|Perm.W), Perm(0))
class Planet(Enum):
    E=(1,2)
    def __init__(self,m,r): self.m=m; self.r=r
print(Planet.E.m, Planet.E.value, Enum("F","a b"), list(Enum("F","a b")))
class S(str, Enum):
    A="a"
print(S.A, S.A=="a", S("a"), repr(S.A), S.A.upper())
class SE(StrEnum):
    A=auto()
print(SE.A, f"{SE.A}")
try: Color.RED = 3
except AttributeError as e: print(e)
@dataclass
class Pt:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
print(Pt(1), Pt(1)==Pt(1,0), Pt(1)!=Pt(2), asdict(Pt(1)), replace(Pt(1),y=4), astuple(Pt(1)))
for a,k in [((),{}),((1,2,3,4),{}),((1,),{"z":1}),((1,),{"x":1})]:
    try: Pt(*a,**k)
    except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class Fz:
    a: int
    b: str = "q"
print(Fz(1)<Fz(2), {Fz(1):"v"}[Fz(1)], len({Fz(1),Fz(1)}), sorted([Fz(3),Fz(1)]))
try: Fz(1).a=3
except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass(order=True)
class Job:
    prio: int
    name: str = field(compare=False)
    def __post_init__(self): self.done=False
import heapq
h=[]; heapq.heappush(h,Job(2,"b")); heapq.heappush(h,Job(1,"a")); print(heapq.heappop(h), h[0].done)
@dataclass
class Sub(Pt):
    z: int = 9
print(Sub(1,2), [f.name for f in fields(Sub)])
match Pt(1,2):
    case Pt(x=1,y=b): print("m", b)
match Pt(3,2):
    case Pt(a,b): print("mm", a, b)
class Base(ABC):
    @abstractmethod
    def run(self): ...
    @property
    @abstractmethod
    def p(self): ...
try: Base()
except TypeError as e: print(e)
class Im(Base):
    def run(self): return 1
    p=3
print(Im().run(), isinstance(Im(), Base), issubclass(Im, Base))
class NT(NamedTuple):
    a: int
    b: str = "x"
    def m(self): return self.a
print(NT(1), NT(1).b, NT(2).m(), NT._fields)
print(isinstance({}, Mapping), isinstance([], Iterable), isinstance((), Sequence), isinstance(print, C), isinstance(3, Iterable))
def f(a: Optional[int], b: List[str] = None) -> Dict[str, int]: pass
T = TypeVar("T")
class G(Generic[T]):
    def __init__(self, x: T): self.x = x
print(G[int](3).x, G(4).x)
x=[[1],{"a":[2]}]; y=copy.deepcopy(x); y[0].append(3); z=copy.copy(x); print(x,y,z[0] is x[0])
ns=types.SimpleNamespace(a=1,b="x"); ns.c=3; print(ns, ns.a)
p=Pt(1); q=copy.copy(p); q.x=5; print(p,q, copy.deepcopy(p))
class M(type):
    def __call__(cls,*a): print("call"); return super().__call__(*a)
class K(metaclass=M): pass
K()
