"""TypedDict with its keys, and generic classes that know with what they were made."""
import sys
import typing
from typing import Generic, List, Optional, TypedDict, TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Movie(TypedDict, total=False):
    title: str
    year: int


class Longer(Movie):
    minutes: int


film = Longer(title="Metropolis", minutes=153)
print(film, type(film), Longer.__annotations__, Movie.__total__, Longer.__total__, Longer.__mro__)
if sys.version_info >= (3, 9):
    print(sorted(Longer.__required_keys__), sorted(Longer.__optional_keys__))
Point = TypedDict("Point", {"x": int, "y": int})
print(Point(x=1, y=2), Point.__name__, Point.__annotations__)
try:
    isinstance({}, Movie)
except TypeError as error:
    print(error)


class Box(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value


class Pair(Generic[T, K]):
    pass


print(Box[int](3).__orig_class__, Box[int](3).value, Box(2).value, Pair[int, str], Pair[int, K][bool], Box.__parameters__)
for attempt in (lambda: Box[int, str], lambda: Pair[int], lambda: Generic[int], lambda: isinstance(3, Box[int])):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
