# needs: 3.10
"""A class pattern that names an attribute twice, and a class method among single-dispatch methods."""
from dataclasses import dataclass
from functools import singledispatchmethod


@dataclass
class Point:
    x: int
    y: int


try:
    match Point(1, 2):
        case Point(1, x=1):
            print("matched")
except TypeError as error:
    print(error)


class Negator:
    @singledispatchmethod
    @classmethod
    def neg(cls, value):
        raise NotImplementedError("Cannot negate " + repr(value))

    @neg.register
    @classmethod
    def _(cls, value: int):
        return -value

    @neg.register
    @staticmethod
    def _(value: str):
        return "not " + value


print(Negator.neg(5), Negator().neg("x"))
try:
    Negator.neg([])
except NotImplementedError as error:
    print(error)
