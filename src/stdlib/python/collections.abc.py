"""The module `collections.abc`: what a class has decides what it counts as."""

from _internal import GenericAlias


class _Kind(type):
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if cls in subclass.__mro__:
            return True
        if cls._built_in and any([base in subclass.__mro__ for base in cls._built_in]):
            return True
        if cls._needs:
            return all([getattr(subclass, name, None) is not None for name in cls._needs])
        return any([derived in subclass.__mro__ for derived in cls.__subclasses__()])

    def register(cls, subclass):
        cls._built_in += (subclass,)
        return subclass

    def __getitem__(cls, key):
        return GenericAlias(cls, key)


class Hashable(metaclass=_Kind):
    _needs = ("__hash__",)
    _built_in = ()


class Iterable(metaclass=_Kind):
    _needs = ("__iter__",)
    _built_in = ()


class Iterator(Iterable):
    _needs = ("__iter__", "__next__")

    def __iter__(self):
        return self


class Generator(Iterator):
    _needs = ("__iter__", "__next__", "send", "throw", "close")


class Reversible(Iterable):
    _needs = ("__iter__", "__reversed__")


class Sized(metaclass=_Kind):
    _needs = ("__len__",)
    _built_in = ()


class Container(metaclass=_Kind):
    _needs = ("__contains__",)
    _built_in = ()


class Callable(metaclass=_Kind):
    _needs = ("__call__",)
    _built_in = ()


class Collection(Sized, Iterable, Container):
    _needs = ("__len__", "__iter__", "__contains__")


class Sequence(Reversible, Collection):
    _needs = ()
    _built_in = (list, tuple, str, bytes, bytearray, range)

    def __iter__(self):
        at = 0
        while True:
            try:
                item = self[at]
            except IndexError:
                return
            yield item
            at += 1

    def __contains__(self, value):
        return any([item is value or item == value for item in self])

    def __reversed__(self):
        for at in range(len(self) - 1, -1, -1):
            yield self[at]

    def index(self, value, start=0, stop=None):
        for at in range(start, len(self) if stop is None else stop):
            if self[at] is value or self[at] == value:
                return at
        raise ValueError

    def count(self, value):
        return sum([1 for item in self if item is value or item == value])


class MutableSequence(Sequence):
    _built_in = (list, bytearray)

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in list(values):
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        while len(self):
            self.pop()

    def __iadd__(self, values):
        self.extend(values)
        return self


class Set(Collection):
    _needs = ()
    _built_in = (set, frozenset)


class MutableSet(Set):
    _built_in = (set,)


class Mapping(Collection):
    _needs = ()
    _built_in = (dict,)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return {key: None for key in self}.keys()

    def items(self):
        return [(key, self[key]) for key in self]

    def values(self):
        return [self[key] for key in self]

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    __hash__ = None


class MutableMapping(Mapping):
    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **keywords):
        for key, value in dict(other, **keywords).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]


class MappingView(Sized):
    pass


class KeysView(MappingView):
    _needs = ()


class ValuesView(MappingView):
    _needs = ()


class ItemsView(MappingView):
    _needs = ()


class Awaitable(metaclass=_Kind):
    _needs = ("__await__",)
    _built_in = ()


class Coroutine(Awaitable):
    _needs = ("__await__", "send", "throw", "close")
