"""`collections.namedtuple`, which other modules use too."""

import _machine

_KEYWORDS = ("False None True and as assert async await break class continue def del elif else except finally for from "
             "global if import in is lambda nonlocal not or pass raise return try while with yield").split()


class _Getter:
    def __init__(self, index):
        self._index = index
        self.__doc__ = "Alias for field number " + str(index)

    def __get__(self, instance, owner=None):
        return self if instance is None else tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        for at, name in enumerate(names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in names[:at]:
                names[at] = "_" + str(at)
    for name in [typename] + names:
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: " + repr(name))
        if name in _KEYWORDS:
            raise ValueError("Type names and field names cannot be a keyword: " + repr(name))
    for at, name in enumerate(names):
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: " + repr(name))
        if name in names[:at]:
            raise ValueError("Encountered duplicate field name: " + repr(name))
    fields = tuple(names)
    filled = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError("Got more default values than field names")
        filled = dict(zip(fields[len(fields) - len(defaults):], defaults))

    def make(cls, *args, **keywords):
        values = list(args)
        if len(values) > len(fields):
            raise _too_many(typename, fields, filled, len(values))
        for name in fields[:len(values)]:
            if name in keywords:
                raise TypeError(typename + ".__new__() got multiple values for argument " + repr(name))
        missing = []
        for name in fields[len(values):]:
            if name in keywords:
                values.append(keywords.pop(name))
            elif name in filled:
                values.append(filled[name])
            else:
                missing.append(repr(name))
        for name in keywords:
            if name not in fields:
                raise TypeError(_new_name(typename) + "() got an unexpected keyword argument " + repr(name))
        if missing:
            text = missing[0] if len(missing) == 1 else ", ".join(missing[:-1]) + (" and " if len(missing) == 2 else ", and ") + missing[-1]
            raise TypeError(_new_name(typename) + "() missing " + str(len(missing)) + " required positional argument"
                            + ("" if len(missing) == 1 else "s") + ": " + text)
        return tuple.__new__(cls, values)

    def from_iterable(cls, iterable):
        values = tuple(iterable)
        if len(values) != len(fields):
            raise TypeError("Expected " + str(len(fields)) + " arguments, got " + str(len(values)))
        return tuple.__new__(cls, values)

    def replace(self, /, **keywords):
        values = [keywords.pop(name) if name in keywords else value for name, value in zip(fields, self)]
        if keywords:
            kind = TypeError if _machine.minor >= 13 else ValueError
            raise kind("Got unexpected field names: " + repr(list(keywords)))
        return tuple.__new__(type(self), values)

    def show(self):
        return type(self).__name__ + "(" + ", ".join([name + "=" + repr(value) for name, value in zip(fields, self)]) + ")"

    namespace = {
        "__slots__": (), "_fields": fields, "__match_args__": fields, "_field_defaults": filled, "__new__": make,
        "_make": classmethod(from_iterable), "_replace": replace, "__replace__": replace, "__repr__": show,
        "_asdict": lambda self: dict(zip(fields, self)), "__doc__": typename + "(" + ", ".join(fields) + ")",
        "__getnewargs__": lambda self: tuple(self),
    }
    for at, name in enumerate(fields):
        namespace[name] = _Getter(at)
    cls = type(typename, (tuple,), namespace)
    cls.__module__ = module if module is not None else "__main__"
    return cls


def _new_name(typename):
    return typename + ".__new__" if _machine.minor >= 10 else "<lambda>" if _machine.minor == 9 else "__new__"


def _too_many(typename, fields, filled, given):
    expected = len(fields) + 1
    text = str(expected) if not filled else "from " + str(expected - len(filled)) + " to " + str(expected)
    return TypeError(_new_name(typename) + "() takes " + text + " positional argument" + ("" if expected == 1 else "s")
                     + " but " + str(given + 1) + " were given")


namedtuple.__module__ = "collections"
