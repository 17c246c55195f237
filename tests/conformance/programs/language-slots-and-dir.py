"""__slots__, __dir__, descriptors that are called by name, and the classes of lazy built-ins."""


class Base:
    __slots__ = ["a"]


class Derived(Base):
    __slots__ = ["b", "__hidden"]

    def __init__(self):
        self.a, self.b, self.__hidden = 1, 2, 3


made = Derived()
print(made.a, made.b, made._Derived__hidden)
try:
    made.c = 3
except AttributeError:
    print("no c")
print(hasattr(made, "__dict__"))
try:
    class Conflict:
        __slots__ = ("v",)
        v = 1
except ValueError as error:
    print(error)


class Shown:
    def __dir__(self):
        return ["b", "a"]


print(dir(Shown()), [name for name in dir(Base()) if not name.startswith("_")])


class Celsius:
    def __init__(self):
        self.degrees = 20

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    def show(self):
        return "show"

    @staticmethod
    def still():
        return "still"

    @classmethod
    def kind(cls):
        return cls.__name__


celsius = Celsius()
members = Celsius.__dict__
print(members["fahrenheit"].__get__(celsius), members["show"].__get__(celsius)(), members["still"].__get__(celsius)())
print(members["kind"].__get__(celsius)(), hasattr(members["fahrenheit"], "__get__"))
print(type(zip()).__name__, type(map(str, [])), isinstance(enumerate([]), enumerate), type(filter(None, [])))
print(list(zip("ab", [1, 2])), list(map(max, [1, 5], [3, 2])), list(filter(None, [0, 1])), dict(enumerate("ab", 1)))
try:
    zip(5)
except TypeError as error:
    print(type(error))
print(type([].append).__name__, vars(celsius) is celsius.__dict__)


def counting():
    counting.calls += 1
    return counting.calls


counting.calls = 0
print(counting(), counting(), counting.__dict__, counting.__code__.co_name, counting.__code__.co_varnames)


def outer():
    kept = 5

    def inner(a, b=2, *, c=3):
        return kept + a + b + c
    return inner


inner = outer()
print(inner.__closure__[0].cell_contents, inner.__code__.co_freevars, inner.__kwdefaults__, inner.__code__.co_argcount)
