"""Flags with bits that no member has, checks on enumerations, and names of enum that came with 3.11."""
import enum
import sys
from enum import Enum, Flag, IntFlag, auto


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1
    RWX = 7


print(repr(Perm.R | 8), repr(~Perm.RWX), repr(~Perm.R), repr(Perm(0)), repr(Perm.R & Perm.W), Perm.R in Perm.RWX)
print(Perm.RWX == 7, Perm.R + 1, bool(Perm(0)), isinstance(Perm.R | Perm.W, Perm), repr(Perm.R | Perm.W))


class Colour(Flag):
    RED = auto()
    BLUE = auto()
    GREEN = auto()
    WHITE = RED | BLUE | GREEN


print(repr(Colour.RED | Colour.BLUE), repr(~Colour.RED), repr(Colour(0)), Colour.WHITE, repr(~Colour.WHITE))
try:
    Colour(16)
except ValueError as error:
    print(error)
try:
    print(list(Colour.RED | Colour.GREEN), len(Colour.WHITE))
except TypeError as error:
    print(error)
print(type(Colour), hasattr(enum, "STRICT"), hasattr(enum, "StrEnum"), hasattr(enum, "verify"), type(Colour).__name__)

if sys.version_info >= (3, 11):
    from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, StrEnum, verify

    for boundary in (STRICT, CONFORM, EJECT, KEEP):
        class Bounded(Flag, boundary=boundary):
            A = 1
            B = 2
        try:
            print(repr(boundary), repr(Bounded(6)), type(Bounded(6)).__name__)
        except ValueError as error:
            print(error)
    for check, members in ((UNIQUE, {"A": 1, "B": 1}), (CONTINUOUS, {"A": 1, "B": 4}), (CONTINUOUS, {"A": 1, "B": 2})):
        try:
            print(list(verify(check)(Enum("Checked", members))))
        except ValueError as error:
            print(error)
    try:
        @verify(NAMED_FLAGS)
        class Incomplete(Flag):
            A = 1
            ALL = 7
    except ValueError as error:
        print(error)

    class Size(StrEnum):
        SMALL = auto()
        LARGE = "XL"

    print(Size.SMALL, repr(Size.LARGE), Size.LARGE + "!", f"{Size.SMALL:>8}", Size("XL"))
    try:
        class Wrong(StrEnum):
            ONE = 1
    except TypeError as error:
        print(error)
    print(enum.show_flag_values(13))

    @enum.global_enum
    class Level(enum.IntEnum):
        LOW = 1
        HIGH = 2

    print(repr(HIGH), LOW < HIGH, repr(Level(1)), Level.LOW is LOW)
