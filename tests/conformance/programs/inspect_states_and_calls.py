"""What inspect says of generators, of calls, and of fields of data classes."""
import inspect
from dataclasses import dataclass, field, fields


def counting(limit, start=0):
    at = start
    while at < limit:
        yield at
        at += 1


generator = counting(2)
print(inspect.getgeneratorstate(generator))
next(generator)
print(inspect.getgeneratorstate(generator))
list(generator)
print(inspect.getgeneratorstate(generator))


def function(a, b: int = 2, *rest: str, key=None, **others) -> bool:
    return True


print(inspect.getcallargs(function, 1, 3, "x", key=4, z=5))
print(inspect.getfullargspec(function))
try:
    inspect.getcallargs(function)
except TypeError as error:
    print(error)


@dataclass
class Item:
    name: str = field(default="x", metadata={"unit": "kg"})
    sizes: list = field(default_factory=list, repr=False, compare=False)


for shown in map(repr, fields(Item)):
    print(shown.split("<dataclasses._MISSING_TYPE")[0], shown.split("init=")[1])
try:
    fields(Item)[0].metadata["unit"] = "g"
except TypeError as error:
    print(error)
