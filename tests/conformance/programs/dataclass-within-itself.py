import threading
from dataclasses import dataclass, field
from typing import List, Optional, Protocol


@dataclass
class Node:
    value: int
    children: "List[Node]" = field(default_factory=list)
    parent: "Optional[Node]" = None


root = Node(1)
root.children.append(Node(2, parent=root))
print(root)
print(root.children[0])


@dataclass
class Holder:
    item: object

    def add(self):
        self.item = [self, {"self": self}]
        return self


print(Holder(1).add())


class Runs(Protocol):
    def run(self) -> None: ...


class Job(Runs):
    def run(self) -> None:
        print("job on", threading.current_thread().name)


class Derived(Job):
    pass


try:
    Runs()
except TypeError as error:
    print(error)
thread = threading.Thread(target=Job().run, name="runner")
thread.start()
thread.join()
Derived().run()
