"""The module `collections`."""

import _machine
from _collections import deque
from _internal import GenericAlias
from _namedtuple import namedtuple

_nothing = object()


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def __repr__(self):
        return "defaultdict(" + repr(self.default_factory) + ", " + dict.__repr__(self) + ")"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)


def _stores_by_itself(cls):
    """Whether a subclass of `OrderedDict` has a `__setitem__` of its own, through which its items then come."""
    for base in cls.__mro__:
        if base is OrderedDict:
            return False
        if "__setitem__" in base.__dict__:
            return True


class OrderedDict(dict):
    def __init__(self, other=(), /, **keywords):
        self.update(other, **keywords)

    def update(self, other=(), /, **keywords):
        if not _stores_by_itself(type(self)):
            dict.update(self, other, **keywords)
            return
        pairs = [(key, other[key]) for key in other.keys()] if hasattr(other, "keys") else other
        for key, value in pairs:
            self[key] = value
        for key, value in keywords.items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            for key in reversed(self):
                break
        else:
            for key in self:
                break
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
        else:
            items = list(dict.items(self))
            dict.clear(self)
            dict.__setitem__(self, key, value)
            for other, item in items:
                dict.__setitem__(self, other, item)

    def __repr__(self):
        if not self:
            return type(self).__name__ + "()"
        if _machine.minor >= 12:
            return type(self).__name__ + "(" + dict.__repr__(self) + ")"
        return type(self).__name__ + "(" + repr(list(self.items())) + ")"

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        dict.__init__(self)
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **keywords):
        if iterable is not None:
            if hasattr(iterable, "items"):
                for key, count in iterable.items():
                    self[key] = self.get(key, 0) + count
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) + 1
        for key in keywords:
            self[key] = self.get(key, 0) + keywords[key]

    def subtract(self, iterable=None, /, **keywords):
        if iterable is not None:
            if hasattr(iterable, "items"):
                for key, count in iterable.items():
                    self[key] = self.get(key, 0) - count
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) - 1
        for key in keywords:
            self[key] = self.get(key, 0) - keywords[key]

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return pairs if n is None else pairs[:n]

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    if _machine.minor >= 10:
        def total(self):
            return sum(self.values())

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def __repr__(self):
        if not self:
            return type(self).__name__ + "()"
        return type(self).__name__ + "({" + ", ".join([repr(key) + ": " + repr(count) for key, count in self.most_common()]) + "})"

    if _machine.minor >= 10:
        def _is_within(self, other):
            return all([self[key] <= other[key] for counts in (self, other) for key in counts])

        def __eq__(self, other):
            if not isinstance(other, Counter):
                return dict.__eq__(self, other)
            return all([self[key] == other[key] for counts in (self, other) for key in counts])

        __hash__ = None

        def __le__(self, other):
            return self._is_within(other) if isinstance(other, Counter) else NotImplemented

        def __lt__(self, other):
            return self._is_within(other) and self != other if isinstance(other, Counter) else NotImplemented

        def __ge__(self, other):
            return other._is_within(self) if isinstance(other, Counter) else NotImplemented

        def __gt__(self, other):
            return other._is_within(self) and self != other if isinstance(other, Counter) else NotImplemented

    def _combined(self, other, combine):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key in list(self) + [key for key in other if key not in self]:
            count = combine(self[key], other[key])
            if count > 0:
                result[key] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda left, right: left + right)

    def __sub__(self, other):
        return self._combined(other, lambda left, right: left - right)

    def __or__(self, other):
        return self._combined(other, max)

    def __and__(self, other):
        return self._combined(other, min)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _replaced(self, other):
        self.clear()
        for key in other:
            self[key] = other[key]
        return self

    def __iadd__(self, other):
        return self._replaced(self + other)

    def __isub__(self, other):
        return self._replaced(self - other)

    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __iter__(self):
        merged = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                merged[key] = None
        return iter(merged)

    def __len__(self):
        return len(list(iter(self)))

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __bool__(self):
        return any(self.maps)

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError("Key not found in the first mapping: " + repr(key))
        del self.maps[0][key]

    def pop(self, key, *args):
        if key not in self.maps[0] and not args:
            raise KeyError("Key not found in the first mapping: " + repr(key))
        return self.maps[0].pop(key, *args)

    def update(self, *args, **keywords):
        self.maps[0].update(*args, **keywords)

    def popitem(self):
        if not self.maps[0]:
            raise KeyError("No keys found in the first mapping.")
        return self.maps[0].popitem()

    def clear(self):
        self.maps[0].clear()

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    @classmethod
    def fromkeys(cls, iterable, value=None):
        return cls(dict.fromkeys(iterable, value))

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def new_child(self, m=None, **keywords):
        return type(self)({**(m or {}), **keywords} if m is None or keywords else m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __eq__(self, other):
        return dict(self.items()) == (dict(other.items()) if isinstance(other, ChainMap) else other)

    __hash__ = None

    def __repr__(self):
        return type(self).__name__ + "(" + ", ".join([repr(mapping) for mapping in self.maps]) + ")"


class UserDict(dict):
    def __init__(self, dict=None, /, **keywords):
        self.update({} if dict is None else dict, **keywords)

    def update(self, other=(), /, **keywords):
        """Each entry through `__setitem__`, which is what a class of the program overrides."""
        for key, value in {**dict(other), **keywords}.items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def copy(self):
        return type(self)(self)

    @property
    def data(self):
        return self


class UserList(list):
    @property
    def data(self):
        return self

    def __getitem__(self, key):
        found = list.__getitem__(self, key)
        return type(self)(found) if isinstance(key, slice) else found

    def __add__(self, other):
        return type(self)(list(self) + list(other))

    def __radd__(self, other):
        return type(self)(list(other) + list(self))

    def __mul__(self, count):
        return type(self)(list(self) * count)

    __rmul__ = __mul__

    def copy(self):
        return type(self)(self)


class UserString(str):
    def __add__(self, other):
        return type(self)(str(self) + str(other))

    def __mul__(self, count):
        return type(self)(str(self) * count)

    __rmul__ = __mul__

    @property
    def data(self):
        return self
