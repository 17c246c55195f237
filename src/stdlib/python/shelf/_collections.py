"""`collections.deque`, which `queue` needs too."""

import _machine
from _internal import GenericAlias


class deque:
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self.__items, self.__maxlen, self.__changes = [], None, 0
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self.__maxlen = maxlen
        self.__items.clear()
        self.extend(iterable)

    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)

    @property
    def maxlen(self):
        return self.__maxlen

    def append(self, item):
        self.__changes += 1
        self.__items.append(item)
        if self.__maxlen is not None and len(self.__items) > self.__maxlen:
            self.__items.pop(0)

    def appendleft(self, item):
        self.__changes += 1
        self.__items.insert(0, item)
        if self.__maxlen is not None and len(self.__items) > self.__maxlen:
            self.__items.pop()

    def pop(self):
        if not self.__items:
            raise IndexError("pop from an empty deque")
        self.__changes += 1
        return self.__items.pop()

    def popleft(self):
        if not self.__items:
            raise IndexError("pop from an empty deque")
        self.__changes += 1
        return self.__items.pop(0)

    def extend(self, iterable):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        self.__changes += 1
        self.__items.clear()

    def copy(self):
        return type(self)(self.__items, self.__maxlen)

    __copy__ = copy

    def count(self, item):
        return self.__items.count(item)

    def index(self, item, *bounds):
        try:
            return self.__items.index(item, *bounds)
        except ValueError:
            raise ValueError(repr(item) + " is not in deque") from None

    def insert(self, index, item):
        if self.__maxlen is not None and len(self.__items) >= self.__maxlen:
            raise IndexError("deque already at its maximum size")
        self.__changes += 1
        self.__items.insert(index, item)

    def remove(self, item):
        self.__changes += 1
        try:
            self.__items.remove(item)
        except ValueError:
            raise ValueError("deque.remove(x): x not in deque" if _machine.minor < 10 else repr(item) + " is not in deque") from None

    def reverse(self):
        self.__items.reverse()

    def rotate(self, n=1):
        items = self.__items
        if items:
            n %= len(items)
            self.__changes += 1
            items[:] = items[len(items) - n:] + items[:len(items) - n]

    def __len__(self):
        return len(self.__items)

    def __bool__(self):
        return len(self.__items) > 0

    def __iter__(self):
        return self.__iterate(False)

    def __reversed__(self):
        return self.__iterate(True)

    def __iterate(self, backwards):
        changes = self.__changes
        at = 0
        while at < len(self.__items):
            yield self.__items[len(self.__items) - 1 - at if backwards else at]
            if changes != self.__changes:
                raise RuntimeError("deque mutated during iteration")
            at += 1

    def __contains__(self, item):
        return item in self.__items

    def __getitem__(self, index):
        if isinstance(index, slice):
            raise TypeError("sequence index must be integer, not 'slice'")
        try:
            return self.__items[index]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __setitem__(self, index, item):
        try:
            self.__items[index] = item
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __delitem__(self, index):
        self.__changes += 1
        try:
            del self.__items[index]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __repr__(self):
        text = type(self).__name__ + "(" + repr(self.__items)
        return text + (")" if self.__maxlen is None else ", maxlen=" + str(self.__maxlen) + ")")

    def __eq__(self, other):
        return self.__items == other.__items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self.__items < other.__items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self.__items <= other.__items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self.__items > other.__items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self.__items >= other.__items if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "' + type(other).__name__ + '") to deque')
        return type(self)(self.__items + other.__items, self.__maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        return type(self)(self.__items * count, self.__maxlen)

    __rmul__ = __mul__


deque.__module__ = "collections"
