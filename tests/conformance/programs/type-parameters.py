# needs: 3.12
"""Classes, functions and aliases with type parameters of their own."""
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol

type Handler[T] = Callable[[T], None]
type Pair[A, B] = tuple[A, B]


class Channel[T]:
    """A queue of one kind."""

    def __init__(self, *items: T) -> None:
        self._items: deque[T] = deque[T](items)
        self._ready = threading.Condition()

    def put(self, item: T) -> None:
        with self._ready:
            self._items.append(item)
            self._ready.notify()

    def get(self) -> T:
        with self._ready:
            self._ready.wait_for(lambda: self._items)
            return self._items.popleft()

    def map[U](self, function: Callable[[T], U]) -> list[U]:
        return [function(item) for item in self._items]


@dataclass
class Result[T, E: Exception]:
    value: T | None = None
    error: E | None = None


class Named(Protocol):
    name: str


class Numbers(Channel[int]):
    pass


def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


def call[**P, R](function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return function(*args, **kwargs)


channel = Channel[int]()
reader = threading.Thread(target=lambda: print("got", channel.get(), channel.get()))
reader.start()
channel.put(1)
channel.put(2)
reader.join()
print(first([3, 4]), first([]), call(max, 1, 5), Result(value=1), Result[int, ValueError](error=ValueError("x")))
print(Channel.__type_params__, first.__type_params__, Channel.__name__, Channel.map.__qualname__, issubclass(Channel, Generic))
print(Channel[int], Channel("a", "b").map(str.upper), Numbers(1).map(lambda n: n + 1), Numbers.__mro__[1].__name__)
print(Handler, Pair.__name__, Pair.__type_params__, Channel.__doc__)
T = "a variable of the module"
print(T, [kind.__name__ for kind in Result.__type_params__])
