import enum, dataclasses, threading, typing
from dataclasses import dataclass, field, asdict, replace
class State(enum.Enum):
    IDLE = 1
    BUSY = enum.auto()
@dataclass(order=True)
class Job:
    prio: int
    name: str = field(compare=False)
    state: State = field(default=State.IDLE, compare=False)
    tags: typing.List[str] = field(default_factory=list, compare=False)
import queue
q = queue.PriorityQueue()
for p, n in ((3, "low"), (1, "high"), (2, "mid")): q.put(Job(p, n))
def w():
    while not q.empty():
        j = q.get(); j.state = State.BUSY; print(j); q.task_done()
t = threading.Thread(target=w); t.start(); q.join(); t.join()
print(asdict(Job(1, "x")), replace(Job(1, "x"), prio=9), State(2), State["IDLE"].value, list(State))
