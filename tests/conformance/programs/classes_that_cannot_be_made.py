"""What goes wrong while a class is made: metaclasses that do not fit, __set_name__ that fails, a member named twice."""
from enum import Enum, auto


class OneMeta(type):
    pass


class OtherMeta(type):
    pass


class BothMeta(OneMeta, OtherMeta):
    pass


class One(metaclass=OneMeta):
    pass


class Other(metaclass=OtherMeta):
    pass


try:
    class Neither(One, Other):
        pass
except TypeError as error:
    print(error)


class Both(One, Other, metaclass=BothMeta):
    pass


print(type(Both).__name__)


class Refuses:
    def __set_name__(self, owner, name):
        raise LookupError("no " + name)


try:
    class Owner:
        field = Refuses()
except Exception as error:
    print(repr(error), repr(error.__cause__), getattr(error, "__notes__", None))

try:
    class Colour(Enum):
        RED = 1
        GREEN = "g"
        RED = 3
except TypeError as error:
    print(error)

try:
    class Mixed(Enum):
        def FIRST(self):
            return 1
        SECOND = auto()
        def SECOND(self):
            return 2
except TypeError as error:
    print(str(error).split(" defined")[0])


class Fine(Enum):
    A = 1

    @property
    def label(self):
        return self.name.lower()

    @label.setter
    def label(self, value):
        print("set", value)


Fine.A.label = "x"
print(Fine.A.label)
