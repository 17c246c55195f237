"""`collections.deque`, which `queue` needs too."""

import _machine
from _internal import GenericAlias


class deque:
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._items = []
        self._changes = 0
        self.extend(iterable)

    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, item):
        self._changes += 1
        self._items.append(item)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            self._items.pop(0)

    def appendleft(self, item):
        self._changes += 1
        self._items.insert(0, item)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            self._items.pop()

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop(0)

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
        self._changes += 1
        self._items.clear()

    def copy(self):
        return type(self)(self._items, self._maxlen)

    __copy__ = copy

    def count(self, item):
        return self._items.count(item)

    def index(self, item, *bounds):
        try:
            return self._items.index(item, *bounds)
        except ValueError:
            raise ValueError(repr(item) + " is not in deque") from None

    def insert(self, index, item):
        if self._maxlen is not None and len(self._items) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._changes += 1
        self._items.insert(index, item)

    def remove(self, item):
        self._changes += 1
        try:
            self._items.remove(item)
        except ValueError:
            raise ValueError("deque.remove(x): x not in deque" if _machine.minor < 10 else repr(item) + " is not in deque") from None

    def reverse(self):
        self._items.reverse()

    def rotate(self, n=1):
        items = self._items
        if items:
            n %= len(items)
            self._changes += 1
            items[:] = items[len(items) - n:] + items[:len(items) - n]

    def __len__(self):
        return len(self._items)

    def __bool__(self):
        return len(self._items) > 0

    def __iter__(self):
        return self._iterate(False)

    def __reversed__(self):
        return self._iterate(True)

    def _iterate(self, backwards):
        changes = self._changes
        at = 0
        while at < len(self._items):
            yield self._items[len(self._items) - 1 - at if backwards else at]
            if changes != self._changes:
                raise RuntimeError("deque mutated during iteration")
            at += 1

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            raise TypeError("sequence index must be integer, not 'slice'")
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __setitem__(self, index, item):
        try:
            self._items[index] = item
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __delitem__(self, index):
        self._changes += 1
        try:
            del self._items[index]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __repr__(self):
        text = type(self).__name__ + "(" + repr(self._items)
        return text + (")" if self._maxlen is None else ", maxlen=" + str(self._maxlen) + ")")

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "' + type(other).__name__ + '") to deque')
        return type(self)(self._items + other._items, self._maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        return type(self)(self._items * count, self._maxlen)

    __rmul__ = __mul__


deque.__module__ = "collections"
