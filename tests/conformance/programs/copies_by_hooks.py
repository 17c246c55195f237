"""Copies of objects with slots, and of those that say themselves how they are copied."""
import copy
import pathlib


class Slotted:
    __slots__ = ("a", "__b")

    def __init__(self):
        self.a = [1]
        self.__b = [2]

    def private(self):
        return self.__b


class Both(Slotted):
    pass


for kind in (Slotted, Both):
    original = kind()
    shallow, deep = copy.copy(original), copy.deepcopy(original)
    print(shallow.a is original.a, deep.a == original.a, deep.a is original.a, deep.private() is original.private())


class Reduced:
    def __init__(self, x):
        self.x = x

    def __reduce__(self):
        return (Reduced, (self.x,), {"note": ["kept"]})


first = Reduced([1])
second, third = copy.copy(first), copy.deepcopy(first)
print(second.x is first.x, third.x is first.x, third.x, second.note)


class Stated:
    __slots__ = ("x",)

    def __setstate__(self, state):
        print("state", state)
        self.x = state[1]["x"] * 2


stated = Stated()
stated.x = 4
print(copy.copy(stated).x)
print(pathlib.PurePosixPath("/a/b/c").relative_to("/a"))
