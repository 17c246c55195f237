"""Values asked for by what they can do: indices, views of dicts, kinds of collections, formatters."""
# needs: 3.9
import collections.abc
import enum
import operator
import string
import threading
import types
import typing


class Second:
    def __index__(self):
        return 2


class Limited(list):
    def __init__(self, most, items=()):
        self.most = most
        super().__init__(items)

    def append(self, item):
        if len(self) >= self.most:
            raise OverflowError(f"at most {self.most}")
        super().append(item)


class Loud(string.Formatter):
    def format_field(self, value, spec):
        return str(value).upper() + "!" if spec == "loud" else super().format_field(value, spec)

    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)


def views():
    one, other = {"a": 1, "b": 2}, {"a": 1}
    print(one.items() >= other.items(), one.keys() > {"a"}, other.items() < {("a", 1), ("c", 3)}, one.keys() <= other.keys())


t = threading.Thread(target=views)
t.start()
t.join()
print(range(Second()), list(range(0, 6, Second())), hex(Second()), chr(Second()) == "\x02", [5, 6, 7][Second()], operator.length_hint([1, 2], 9))
limited = Limited(3, "ab")
limited.append("c")
try:
    limited.append("d")
except OverflowError as error:
    print(limited, error)
print([isinstance(value, collections.abc.Hashable) for value in ([], {}, set(), (), frozenset(), "", bytearray(), {}.keys(), object())])
print(isinstance([], typing.Sequence), isinstance({}, (typing.List, typing.Mapping)), issubclass(set, typing.Iterable), isinstance(len, typing.Callable))
print(types.MappingProxyType({"x": 1}), repr(types.MappingProxyType({"x": 1})))
print(Loud().format("{0:loud} {1:>4} {name:loud} {missing}", "hey", 5, name="ann"), string.Formatter().format("{} {!r}", 1, "x"))


class Access(enum.IntFlag):
    READ = 4
    WRITE = 2


print(f"{Access(6):#o} {Access.READ:03d}", 1e15 + 0.3, collections.Counter(a=1) == collections.Counter(a=1), round(2.675, 2))
