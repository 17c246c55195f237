"""Metaclasses that say who is an instance, getters that find nothing, lengths that are none, flags as numbers."""
import threading


class Answering(type):
    def __instancecheck__(cls, instance):
        return super().__instancecheck__(instance) or instance == 5

    def __subclasscheck__(cls, subclass):
        return super().__subclasscheck__(subclass) or subclass is int


class Asked(metaclass=Answering):
    pass


class Below(Asked):
    pass


class Lazy:
    @property
    def config(self):
        raise AttributeError("not loaded")

    def __getattr__(self, name):
        return f"default {name}"


class Short:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


class Unhashed:
    def __hash__(self):
        return "no number"


def ask():
    print([isinstance(value, Asked) for value in (5, 6, Asked(), Below())], issubclass(int, Asked), issubclass(Below, Asked))
    print(Lazy().config, Lazy().other, Below.__base__ is Asked)
    for wrong in (lambda: len(Short(-1)), lambda: len(Short("a")), lambda: hash(Unhashed()), lambda: len(Short(3))):
        try:
            print(wrong())
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


t = threading.Thread(target=ask)
t.start()
t.join()
