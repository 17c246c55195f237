"""The module `weakref`."""

import _machine
import atexit


class ref:
    def __new__(cls, object, callback=None):
        if type(object) in (int, float, bool, str, bytes, tuple, list, dict, type(None), slice):
            raise TypeError("cannot create weak reference to '" + type(object).__name__ + "' object")
        if callback is None:
            for reference in _machine.weak_references(object):
                if type(reference) is cls and reference._callback is None:
                    return reference
        self = super().__new__(cls)
        self._callback = callback
        self._hash = None
        _machine.weak_new(self, object)
        return self

    def __init__(self, object, callback=None):
        pass

    def __call__(self):
        return _machine.weak_target(self)

    @property
    def __callback__(self):
        return self._callback if self() is not None else None

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        mine, theirs = self(), other()
        return self is other if mine is None or theirs is None else mine == theirs

    def __hash__(self):
        if self._hash is None:
            target = self()
            if target is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(target)
        return self._hash

    def __repr__(self):
        target = self()
        if target is None:
            return "<weakref at " + hex(id(self)) + "; dead>"
        return "<weakref at " + hex(id(self)) + "; to '" + type(target).__name__ + "' at " + hex(id(target)) + ">"


ref.__name__ = ref.__qualname__ = "ReferenceType" if _machine.minor >= 9 else "weakref"
ref.__module__ = "weakref" if _machine.minor >= 9 else "builtins"


ReferenceType = ref


def getweakrefcount(object):
    return len(_machine.weak_references(object))


def getweakrefs(object):
    return _machine.weak_references(object)


class WeakMethod(ref):
    def __new__(cls, method, callback=None):
        self = super().__new__(cls, method.__self__, callback if callback is not None else cls._nothing)
        self._function = method.__func__
        return self

    @staticmethod
    def _nothing(reference):
        pass

    def __call__(self):
        receiver = super().__call__()
        return None if receiver is None else self._function.__get__(receiver)


class ProxyType:
    def __init__(self, object, callback=None):
        wrapped = None if callback is None else lambda reference: callback(self)
        super().__setattr__("_reference", ref(object, wrapped))

    def _target(self):
        target = super().__getattribute__("_reference")()
        if target is None:
            raise ReferenceError("weakly-referenced object no longer exists")
        return target

    def __getattribute__(self, name):
        return getattr(ProxyType._target(self), name)

    def __setattr__(self, name, value):
        setattr(ProxyType._target(self), name, value)

    def __delattr__(self, name):
        delattr(ProxyType._target(self), name)

    def __call__(self, *args, **keywords):
        return ProxyType._target(self)(*args, **keywords)

    def __str__(self):
        return str(ProxyType._target(self))

    def __repr__(self):
        target = ProxyType._target(self)
        return "<weakproxy at " + hex(id(self)) + " to " + type(target).__name__ + " at " + hex(id(target)) + ">"

    def __bool__(self):
        return bool(ProxyType._target(self))

    def __len__(self):
        return len(ProxyType._target(self))

    def __iter__(self):
        return iter(ProxyType._target(self))

    def __getitem__(self, key):
        return ProxyType._target(self)[key]

    def __setitem__(self, key, value):
        ProxyType._target(self)[key] = value

    def __contains__(self, item):
        return item in ProxyType._target(self)

    def __eq__(self, other):
        return ProxyType._target(self) == (ProxyType._target(other) if type(other) is ProxyType else other)

    def __lt__(self, other):
        return ProxyType._target(self) < other

    def __add__(self, other):
        return ProxyType._target(self) + other

    __hash__ = None


CallableProxyType = ProxyType
ProxyTypes = (ProxyType,)


def proxy(object, callback=None):
    return ProxyType(object, callback)


class _Mapping:
    """What the two weak dictionaries share. Entries whose object has gone are left out, and removed when met."""

    def __init__(self, other=(), /, **keywords):
        self._entries = {}
        self.update(other, **keywords)

    def update(self, other=(), /, **keywords):
        for key, value in other.items() if hasattr(other, "items") else other:
            self[key] = value
        for key, value in keywords.items():
            self[key] = value

    def keys(self):
        for key, _ in self.items():
            yield key

    def values(self):
        for _, value in self.items():
            yield value

    def __iter__(self):
        return self.keys()

    def __len__(self):
        return len(list(self.items()))

    def __contains__(self, key):
        return self.get(key, self) is not self

    def setdefault(self, key, default=None):
        found = self.get(key, self)
        if found is self:
            self[key] = found = default
        return found

    def pop(self, key, *default):
        found = self.get(key, self)
        if found is not self:
            del self[key]
            return found
        if default:
            return default[0]
        raise KeyError(key)

    def clear(self):
        self._entries.clear()

    def copy(self):
        return type(self)(self)

    def __repr__(self):
        return "<" + type(self).__name__ + " at " + hex(id(self)) + ">"


class WeakValueDictionary(_Mapping):
    def __setitem__(self, key, value):
        self._entries[key] = ref(value)

    def __getitem__(self, key):
        value = self._entries[key]()
        if value is None:
            del self._entries[key]
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        self[key]
        del self._entries[key]

    def get(self, key, default=None):
        reference = self._entries.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def items(self):
        for key, reference in list(self._entries.items()):
            value = reference()
            if value is not None:
                yield key, value
                del value

    def valuerefs(self):
        return list(self._entries.values())


class WeakKeyDictionary(_Mapping):
    def __setitem__(self, key, value):
        self._drop_dead()
        self._entries[ref(key)] = value

    def _drop_dead(self):
        for reference in [reference for reference in self._entries if reference() is None]:
            del self._entries[reference]

    def __getitem__(self, key):
        return self._entries[ref(key)]

    def __delitem__(self, key):
        del self._entries[ref(key)]

    def get(self, key, default=None):
        return self._entries.get(ref(key), default)

    def items(self):
        for reference, value in list(self._entries.items()):
            key = reference()
            if key is not None:
                yield key, value
                del key

    def keyrefs(self):
        return list(self._entries)


class WeakSet:
    def __init__(self, data=()):
        self._references = {}
        for item in data:
            self.add(item)

    def add(self, item):
        self._references[ref(item)] = None

    def discard(self, item):
        self._references.pop(ref(item), None)

    def remove(self, item):
        del self._references[ref(item)]

    def update(self, other):
        for item in other:
            self.add(item)

    def clear(self):
        self._references.clear()

    def pop(self):
        while True:
            item = self._references.popitem()[0]()
            if item is not None:
                return item

    def __contains__(self, item):
        return ref(item) in self._references

    def __repr__(self):
        return repr(set(self._references))

    def __iter__(self):
        for reference in list(self._references):
            item = reference()
            if item is not None:
                yield item
                del item

    def __len__(self):
        return len([None for reference in self._references if reference() is not None])


class finalize:
    """Called once, when the object goes or at exit."""

    _alive = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self.atexit = True
        if not finalize._alive:
            atexit.register(finalize._exit)
        finalize._alive[self] = (ref(obj, self._gone), func, args, kwargs)

    def _gone(self, reference):
        self()

    def __call__(self, _=None):
        entry = finalize._alive.pop(self, None)
        if entry is not None:
            return entry[1](*entry[2], **entry[3])

    def detach(self):
        entry = finalize._alive.get(self)
        if entry is not None and entry[0]() is not None and finalize._alive.pop(self, None):
            return entry[0](), entry[1], entry[2], entry[3]

    def peek(self):
        entry = finalize._alive.get(self)
        if entry is not None and entry[0]() is not None:
            return entry[0](), entry[1], entry[2], entry[3]

    @property
    def alive(self):
        return self in finalize._alive

    def __repr__(self):
        entry = finalize._alive.get(self)
        subject = None if entry is None else entry[0]()
        place = " object at " + hex(id(self))
        if subject is None:
            return "<finalize" + place + "; dead>"
        return "<finalize" + place + "; for " + repr(type(subject).__name__) + " at " + hex(id(subject)) + ">"

    @classmethod
    def _exit(cls):
        while True:
            waiting = [one for one in finalize._alive if one.atexit]
            if not waiting:
                return
            waiting[-1]()
