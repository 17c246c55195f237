import threading, time
from typing import Any, Callable, Dict, List, Optional, Tuple, Union, Generic, TypeVar, Protocol, NamedTuple, ClassVar, Final, Literal, TypedDict, Iterable
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T) -> None: self.v = v
class Pt(NamedTuple):
    x: int
    y: int = 0
class Task(TypedDict):
    id: int
def run(fs: List[Callable[[], Any]], n: Optional[int] = None) -> Dict[str, Tuple[int, ...]]:
    out: List[int] = []
    ts = [threading.Thread(target=lambda f=f: out.append(f())) for f in fs]
    for t in ts: t.start()
    for t in ts: t.join()
    return {"r": tuple(out)}
print(run([lambda: 1, lambda: 2]), Pt(1), Box[int](3).v, Task(id=3))
