"""Namespaces with classes of their own, a hash that is gone, and arguments given twice."""
import threading
from collections import Counter
from types import SimpleNamespace


class Settings(SimpleNamespace):
    def merged(self, **changes):
        return Settings(**{**vars(self), **changes})


class Die:
    def __init__(self, sides):
        self.sides = sides

    def __eq__(self, other):
        return isinstance(other, Die) and self.sides == other.sides


class LoadedDie(Die):
    __hash__ = object.__hash__


def roll(sides, *, times=1, **options):
    return sides, times, options


def attempt(name, action):
    try:
        print(name, action())
    except TypeError as error:
        print(name, error)


settings = Settings(port=80, host="h")
print(settings, settings.merged(port=81), SimpleNamespace(a=1), settings == settings.merged())
print(Die.__hash__, "__hash__" in vars(Die), Die(6) == Die(6), Counter("aab") == {"a": 2, "b": 1}, {"a": 1} == Counter("b"))
for job in [
    ("hash", lambda: hash(Die(6))),
    ("key", lambda: {Die(6): 1}),
    ("loaded", lambda: hash(LoadedDie(6)) != 0),
    ("twice", lambda: roll(6, times=1, **{"times": 2})),
    ("dicts", lambda: roll(6, **{"a": 1}, **{"a": 2})),
    ("dict", lambda: len(dict(a=1, **{"b": 2}))),
    ("fine", lambda: roll(6, **{"times": 3}, **{"b": b"%d%%" % 5})),
    ("bytes", lambda: b"%s-%05.1f|%x|%c%c" % (b"ab", 3.14159, 255, 65, b"B")),
    ("named", lambda: b"%(n)s=%(v)d" % {b"n": b"x", b"v": 2}),
    ("few", lambda: b"%d %d" % (1,)),
    ("text", lambda: b"%s" % "text"),
    ("many", lambda: b"%d" % (1, 2)),
]:
    worker = threading.Thread(target=attempt, args=job)
    worker.start()
    worker.join()
