"""`int | None`, and annotations with built-in generic classes."""
# needs: 3.10

from __future__ import annotations
import queue
from typing import get_args, get_origin, get_type_hints


def find(names: list[str], wanted: str | None = None) -> dict[str, int] | None:
    return {name: 1 for name in names if name == wanted} or None


print(find(["a"], "a"), find(["a"]))
print(find.__annotations__)
print(get_type_hints(find))
print(isinstance(1, int | str), isinstance(None, int | None), isinstance(1.0, int | str), issubclass(bool, int | str))
print(int | None, list[int], dict[str, list[int]], tuple[int, ...], queue.Queue[int], type[int])
print(get_origin(list[int]), get_args(dict[str, int]), int | str == str | int, list[int] == list[int])
print(list[int]([1, 2]), dict[str, int](a=1))


class Node:
    def __init__(self, value: int, following: Node | None = None) -> None:
        self.value = value
        self.following = following

    def last(self) -> Node:
        return self if self.following is None else self.following.last()


print(Node(1, Node(2)).last().value, Node.__init__.__annotations__)
try:
    print(int[str])
except TypeError as error:
    print(error)
