"""The module `dataclasses`."""

import _machine
import types


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class KW_ONLY:
    pass


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._is_init_only = False

    def __repr__(self):
        shown = ["name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata"]
        shown += ["kw_only"] * (_machine.minor >= 10)
        kind = "_FIELD" if self.name is not None and not self._is_init_only else "_FIELD_INITVAR" if self.name else "None"
        return "Field(" + ",".join([name + "=" + repr(getattr(self, name)) for name in shown]) + ",_field_type=" + kind + ")"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is(annotation, name):
    if isinstance(annotation, str):
        return annotation == name or annotation.startswith(name + "[") or annotation.endswith("." + name) or "." + name + "[" in annotation
    return getattr(annotation, "_name", None) == name


# What is being shown in which thread: an object within itself is shown as three dots.
_showing = []

# What came to `dataclass` later, each with the version that brought it.
_LATER = {"match_args": 10, "kw_only": 10, "slots": 10, "weakref_slot": 11}


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, **later):
    for name in later:
        if name not in _LATER or _machine.minor < _LATER[name]:
            raise TypeError("dataclass() got an unexpected keyword argument " + ascii(name))
    match_args, kw_only = later.get("match_args", True), later.get("kw_only", False)

    def process(cls):
        cls = _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)
        return _with_slots(cls, later.get("weakref_slot", False)) if later.get("slots", False) else cls

    return process if cls is None else process(cls)


def _with_slots(cls, weakref_slot):
    """The class made anew, its fields as slots (`_add_slots`)."""
    if "__slots__" in cls.__dict__:
        raise TypeError(cls.__name__ + " already specifies __slots__")
    inherited = [name for base in cls.__mro__[1:-1] for name in base.__dict__.get("__slots__", ())]
    names = [field.name for field in fields(cls)]
    namespace = {name: value for name, value in cls.__dict__.items() if name not in names + ["__dict__", "__weakref__"]}
    namespace["__slots__"] = tuple([name for name in names + ["__weakref__"] * weakref_slot if name not in inherited])
    qualified_name = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualified_name
    return made


def _collect(cls, kw_only):
    found = {}
    for base in reversed(cls.__mro__[1:]):
        for inherited in getattr(base, "__dataclass_fields__", {}).values() if "__dataclass_fields__" in base.__dict__ else ():
            found[inherited.name] = inherited
    for name, annotation in cls.__dict__.get("__annotations__", getattr(cls, "__annotations__", {})).items():
        if _machine.minor >= 10 and (annotation is KW_ONLY or _is(annotation, "KW_ONLY")):
            kw_only = True
            continue
        if _is(annotation, "ClassVar"):
            continue
        default = cls.__dict__.get(name, MISSING)
        if isinstance(default, Field):
            entry = default
            if entry.default is not MISSING:
                setattr(cls, name, entry.default)
            else:
                delattr(cls, name)
        else:
            entry = field(default=default)
        if isinstance(entry.default, (list, dict, set)):
            raise ValueError("mutable default " + repr(type(entry.default)) + " for field " + name
                             + " is not allowed: use default_factory")
        entry.name = name
        entry.type = annotation
        if entry.kw_only is MISSING:
            entry.kw_only = kw_only
        entry._is_init_only = isinstance(annotation, InitVar) or annotation is InitVar or (
            isinstance(annotation, str) and (annotation.startswith("InitVar") or ".InitVar" in annotation))
        found[name] = entry
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in found:
            raise TypeError(repr(name) + " is a field but has no type annotation")
    return found


def _annotation_text(kind):
    """As `inspect.formatannotation`."""
    if isinstance(kind, type) and not hasattr(kind, "__origin__"):
        return kind.__qualname__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__
    return repr(kind).replace("typing.", "")


def _signature_text(fields):
    """What `inspect.signature` says of the class, for its `__doc__`."""
    parts, star = [], False
    for entry in sorted([entry for entry in fields if entry.init], key=lambda entry: bool(entry.kw_only)):
        if entry.kw_only and not star:
            parts.append("*")
            star = True
        part = entry.name + ": " + _annotation_text(entry.type)
        if entry.default is not MISSING:
            part += " = " + repr(entry.default)
        elif entry.default_factory is not MISSING:
            part += " = <factory>"
        parts.append(part)
    return "(" + ", ".join(parts) + ")"


def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, match_args, kw_only):
    everything = _collect(cls, kw_only)
    cls.__dataclass_fields__ = everything
    if init and cls.__dict__.get("__doc__") is None:
        cls.__doc__ = cls.__name__ + _signature_text(everything.values())
    cls.__dataclass_params__ = {"frozen": frozen, "order": order, "eq": eq}
    listed = [entry for entry in everything.values() if not entry._is_init_only]
    own = cls.__dict__

    def add(name, function):
        if name not in own:
            function.__name__ = name
            function.__qualname__ = cls.__qualname__ + "." + name
            setattr(cls, name, function)
            return True
        return False

    if init:
        add("__init__", _init(cls, everything, frozen))
    if repr_:
        shown = [entry.name for entry in listed if entry.repr]

        def show(self):
            shown_now = (id(self), _machine.current_thread_id())
            if shown_now in _showing:
                return "..."
            _showing.append(shown_now)
            try:
                parts = [name + "=" + repr(getattr(self, name)) for name in shown]
            finally:
                _showing.remove(shown_now)
            return type(self).__qualname__ + "(" + ", ".join(parts) + ")"

        add("__repr__", show)
    compared = [entry.name for entry in listed if entry.compare]

    def key(self):
        return tuple([getattr(self, name) for name in compared])

    if eq:
        add("__eq__", lambda self, other: key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented)
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, compare in (
            ("__lt__", lambda self, other: key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented),
            ("__le__", lambda self, other: key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented),
            ("__gt__", lambda self, other: key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented),
            ("__ge__", lambda self, other: key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented),
        ):
            if not add(name, compare):
                raise TypeError("Cannot overwrite attribute " + name + " in class " + cls.__name__
                                + ". Consider using functools.total_ordering")
    if frozen:
        names = list(everything)

        def refuse_to_set(self, name, value):
            if type(self) is cls or name in names:
                raise FrozenInstanceError("cannot assign to field " + repr(name))
            super(cls, self).__setattr__(name, value)

        def refuse_to_delete(self, name):
            if type(self) is cls or name in names:
                raise FrozenInstanceError("cannot delete field " + repr(name))
            super(cls, self).__delattr__(name)

        add("__setattr__", refuse_to_set)
        add("__delattr__", refuse_to_delete)
    hashed = [entry.name for entry in listed if (entry.compare if entry.hash is None else entry.hash)]
    if unsafe_hash or (eq and frozen and "__hash__" not in own):
        cls.__hash__ = lambda self: hash(tuple([getattr(self, name) for name in hashed]))
    elif eq and not frozen and "__hash__" not in own:
        cls.__hash__ = None
    if match_args and _machine.minor >= 10 and "__match_args__" not in own:
        cls.__match_args__ = tuple([entry.name for entry in everything.values() if entry.init and not entry.kw_only])
    return cls


def _init(cls, everything, frozen):
    fields = [entry for entry in everything.values()]
    positional = [entry for entry in fields if entry.init and not entry.kw_only]
    seen_default = None
    for entry in positional:
        if entry.default is not MISSING or entry.default_factory is not MISSING:
            seen_default = entry.name
        elif seen_default is not None:
            text = "non-default argument " + repr(entry.name) + " follows default argument"
            raise TypeError(text + " " + repr(seen_default) if _machine.minor >= 13 else text)
    accepted = [entry.name for entry in fields if entry.init]
    required = [entry for entry in positional if entry.default is MISSING and entry.default_factory is MISSING]
    keyword_required = [entry.name for entry in fields
                        if entry.init and entry.kw_only and entry.default is MISSING and entry.default_factory is MISSING]
    short = cls.__qualname__ + ".__init__()" if _machine.minor >= 10 else "__init__()"
    has_post_init = hasattr(cls, "__post_init__")

    def __init__(self, /, *args, **keywords):
        if len(args) > len(positional):
            expected = str(len(positional) + 1)
            if len(required) != len(positional):
                expected = "from " + str(len(required) + 1) + " to " + expected
            raise TypeError(short + " takes " + expected + " positional argument" + ("" if expected == "1" else "s") + " but "
                            + str(len(args) + 1) + (" was" if not args else " were") + " given")
        given = {}
        for entry, value in zip(positional, args):
            given[entry.name] = value
        for name in keywords:
            if name in given:
                raise TypeError(short + " got multiple values for argument " + repr(name))
            if name not in accepted:
                raise TypeError(short + " got an unexpected keyword argument " + repr(name))
            given[name] = keywords[name]
        _check_given([entry.name for entry in required if entry.name not in given], "positional", short)
        _check_given([name for name in keyword_required if name not in given], "keyword-only", short)
        init_only = []
        for entry in fields:
            if entry.name in given:
                value = given[entry.name]
            elif entry.default_factory is not MISSING:
                value = entry.default_factory()
            elif entry.default is not MISSING:
                value = entry.default
            else:
                continue
            if entry._is_init_only:
                init_only.append(value)
            elif frozen:
                object.__setattr__(self, entry.name, value)
            else:
                setattr(self, entry.name, value)
        if has_post_init:
            self.__post_init__(*init_only)

    return __init__


def _check_given(missing, kind, short):
    if not missing:
        return
    names = [repr(name) for name in missing]
    text = names[0] if len(names) == 1 else " and ".join(names) if len(names) == 2 else ", ".join(names[:-1]) + ", and " + names[-1]
    raise TypeError(short + " missing " + str(len(names)) + " required " + kind + " argument" + ("" if len(names) == 1 else "s")
                    + ": " + text)


def fields(class_or_instance):
    if not hasattr(class_or_instance, "__dataclass_fields__"):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([entry for entry in class_or_instance.__dataclass_fields__.values() if not entry._is_init_only])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _converted(value, convert):
    if is_dataclass(value) and not isinstance(value, type):
        return convert([(entry.name, _converted(getattr(value, entry.name), convert)) for entry in fields(value)])
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_converted(item, convert) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_converted(item, convert) for item in value])
    if isinstance(value, dict):
        return type(value)([(_converted(key, convert), _converted(item, convert)) for key, item in value.items()])
    from copy import deepcopy
    return deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def replace(obj, /, **changes):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError("replace() should be called on dataclass instances")
    for entry in obj.__dataclass_fields__.values():
        if entry.init and not entry._is_init_only and entry.name not in changes:
            changes[entry.name] = getattr(obj, entry.name)
        elif not entry.init and entry.name in changes:
            raise (TypeError if _machine.minor >= 13 else ValueError)(
                "field " + entry.name + " is declared with init=False, it cannot be specified with replace()")
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **keywords):
    names = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
        else:
            annotations[item[0]] = item[1]
            if len(item) == 3:
                names[item[0]] = item[2]
    names["__annotations__"] = annotations
    return dataclass(**keywords)(type(cls_name, bases, names))


if _machine.minor < 10:
    del KW_ONLY
