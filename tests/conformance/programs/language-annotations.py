"""Annotations are evaluated where the definition is, and kept."""

import threading
from dataclasses import dataclass
from typing import Any, Callable, Dict, Generic, List, NamedTuple, Optional, Tuple, TypeVar, Union, get_type_hints

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: List[T] = []

    def push(self, item: T) -> None:
        self._items.append(item)

    def pop(self) -> T:
        return self._items.pop()


stack: Stack[int] = Stack()
stack.push(1)
other = Stack[str]()
other.push("x")
print(stack.pop(), other.pop(), Stack[int])


class Employee(NamedTuple):
    name: str
    number: int = 3


print(Employee("Ann"), Employee.__annotations__)


def annotated(a: int, b: "str" = "x", *args: float, c: Optional[int] = None, **kw: Any) -> Dict[str, int]:
    total: Dict[str, undefined_here] = {}
    return total


print(annotated.__annotations__)
print(get_type_hints(annotated))
print(annotated(1), annotated.__defaults__, annotated.__kwdefaults__)
print((lambda: 0).__annotations__)


@dataclass
class Point:
    x: int
    y: Optional["Point"] = None


print(Point.__annotations__, Point(1, Point(2)))


class Counter:
    value: int
    lock: threading.Event

    def __init__(self) -> None:
        self.value: int = 0
        self.table: Tuple[int, ...] = ()


print(Counter.__annotations__, Counter().value)
Handler = Callable[[int], str]
handler: Handler = str
later: "not_there"
print(handler(3), __annotations__)
print(Optional[int], Union[int, str], Union[int, None], Union[int, str, None], List[Dict[str, int]], Tuple[int, ...])


def announce(what):
    print("evaluated", what)
    return int


def order(first: announce("first"), second: announce("second") = announce("default")) -> announce("return"):
    pass


class Self:
    try:
        def again(self) -> Self:
            return self
    except NameError as error:
        print(error)
