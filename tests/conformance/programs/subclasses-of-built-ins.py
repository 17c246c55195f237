"""Lists, dicts, strings and numbers with habits of their own; what dataclasses and enums say of themselves."""
import math
import threading
from dataclasses import dataclass, field
from enum import Enum
from typing import List, Optional, Tuple, TypedDict


class Matrix(list):
    def __init__(self, rows):
        super().__init__(map(list, rows))

    def __getitem__(self, key):
        if isinstance(key, tuple):
            return super().__getitem__(key[0])[key[1]]
        return super().__getitem__(key)

    def __add__(self, other):
        return Matrix([a + b for a, b in zip(one, two)] for one, two in zip(self, other))


class Tags(set):
    def __init__(self, words):
        super().__init__(word.lower() for word in words)


class Defaults(dict):
    def __init__(self, pairs):
        super().__init__((key, value * 2) for key, value in pairs)


@dataclass
class Plain:
    a: int
    b: Optional[str] = None
    c: List[int] = field(default_factory=list)
    d: "int" = 3


@dataclass
class Told:
    """Told by hand."""
    a: int = 0


class Movie(TypedDict, total=False):
    name: str


class Level(Enum):
    LOW = 1


class Answers:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value

    def __iter__(self):
        return self.value

    def __len__(self):
        return self.value


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)


def change(attribute):
    setattr(Level.LOW, attribute, 5)


def loop():
    for item in Answers(5):
        print(item)


matrix = Matrix([(1, 2), (3, 4)])
print(matrix + matrix, matrix[1, 0], matrix[0], sorted(Tags(["B", "a", "b"])), Defaults([("x", 1), ("y", "z")]))
print(Plain.__doc__, "|", Told.__doc__, "|", Movie.__total__, Tuple[()], Tuple[int, ...])
for job in [
    ("value", lambda: change("value")),
    ("name", lambda: change("name")),
    ("other", lambda: change("other")),
    ("condition", lambda: "yes" if Answers(None) else "no"),
    ("iter", loop),
    ("list", lambda: [*Answers(5)]),
    ("len", lambda: len(Answers("x"))),
    ("int", lambda: int("1", 2, 3)),
    ("str", lambda: str(b"a", "ascii", "strict", 4)),
    ("split", lambda: "a".split(",", 1, 2)),
    ("ulp", lambda: (math.ulp(1.0), math.nextafter(1, 2), math.ulp(0), math.nextafter(0, -1)) if hasattr(math, "ulp") else 0),
]:
    worker = threading.Thread(target=attempt, args=job)
    worker.start()
    worker.join()
