"""`math` takes whatever can be made a float: fractions, decimals, objects with `__float__` or `__index__`."""
import math
import sys
import threading
from abc import ABC, abstractmethod
from decimal import Decimal
from fractions import Fraction


class Floats:
    def __float__(self):
        return 4.0


class Indexes:
    def __index__(self):
        return 9


class Nothing:
    pass


class Wrong:
    def __float__(self):
        return "4"


def tell(name, *arguments, **keywords):
    kinds = ", ".join([type(argument).__name__ for argument in arguments])
    try:
        print(name, kinds, getattr(math, name)(*arguments, **keywords))
    except Exception as error:
        print(name, kinds, type(error).__name__ + ":", error)


numbers = Fraction(9, 4), Decimal("6.25"), Floats(), Indexes(), Nothing(), "2", None, True
for name in ("sqrt", "log2", "fabs", "isnan", "isfinite", "floor", "ceil", "trunc"):
    for number in numbers:
        tell(name, number)
for number in numbers:
    tell("hypot", number, 3)
    tell("atan2", 0, number)
    tell("pow", number, 2)
    tell("log", number, 3)
tell("isclose", Fraction(1, 3), 0.3, rel_tol=0.2)
tell("log", 8, Fraction(2))
tell("sqrt", Fraction(-1, 4))
tell("sqrt", Wrong())
print(float(Indexes()), float(Fraction(1, 4)))
thread = threading.Thread(target=tell, args=("sqrt", Fraction(1, 4)))
thread.start()
thread.join()

if sys.version_info >= (3, 11):
    class Command(ABC):
        known = {}

        def __init_subclass__(cls, *, name=None, **keywords):
            super().__init_subclass__(**keywords)
            cls.known[name] = cls

        @abstractmethod
        def run(self):
            """Runs."""

    class Add(Command, name="+"):
        def run(self):
            return "added"

    print(list(Command.known), Command.known["+"]().run())
