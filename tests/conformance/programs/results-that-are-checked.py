import sys


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__ + ":", error)


class BadIterator:
    def __iter__(self):
        return 5


class IteratorOfList:
    def __iter__(self):
        return [1, 2]


class BadTruth:
    def __bool__(self):
        return 1


class BadTruthText:
    def __bool__(self):
        return "yes"


class LengthAsTruth:
    def __len__(self):
        return 3


def loop(value):
    for item in value:
        return item


tell(lambda: iter(BadIterator()))
tell(lambda: loop(BadIterator()))
tell(lambda: list(BadIterator()))
tell(lambda: loop(IteratorOfList()))
tell(lambda: iter(IteratorOfList()))
tell(lambda: bool(BadTruth()))
tell(lambda: not BadTruth())
tell(lambda: "then" if BadTruth() else "else")
tell(lambda: BadTruth() and 1)
tell(lambda: BadTruthText() or 1)
tell(lambda: [item for item in [1] if BadTruthText()])
tell(lambda: any([BadTruth()]))
tell(lambda: (bool(LengthAsTruth()), not LengthAsTruth(), LengthAsTruth() and 7, 1 if LengthAsTruth() else 2))


class A:
    pass


def twice_the_same_base():
    class B(A, A):
        pass


def keywords_for_a_class():
    class B(A, colour="red"):
        pass


tell(twice_the_same_base)
tell(lambda: type("B", (A, A), {}))
tell(keywords_for_a_class)


class Equal:
    pass


Equal.__eq__ = lambda self, other: True
print(len({Equal(), Equal()}) > 0, Equal() == 3)


class Remainder:
    def __rmod__(self, other):
        return "turned round"


tell(lambda: "%d" % Remainder())
tell(lambda: "%s!" % 5)
tell(lambda: 5 % Remainder())
tell(lambda: setattr(int, "x", 1))
tell(lambda: sorted([1], lambda x: x))
tell(lambda: sorted())
tell(lambda: max())
tell(lambda: chr("a"))
tell(lambda: str.upper())
tell(lambda: "abc".replace("a"))
if sys.version_info >= (3, 11):
    tell(lambda: ValueError("x").add_note(5))


def function(a=1):
    return a


print(hasattr(function, "__call__"), hasattr(print, "__call__"), hasattr("".upper, "__call__"), function.__call__(2),
      [1, 2].append.__call__(3), len.__call__("abc"))
tell(lambda: super().x)
super().x
