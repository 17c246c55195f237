"""The module `typing`: annotations mean nothing at run time."""
# Not modelled: ParamSpecArgs ParamSpecKwargs TypeAliasType clear_overloads get_overloads no_type_check_decorator NoDefault

import _machine
import builtins
import collections
import collections.abc
from _internal import GenericAlias
from _internal import UnionType
from _internal import _substituted
from _internal import _type_variables
from _namedtuple import namedtuple

TYPE_CHECKING = False


def _text(arg):
    """As `typing._type_repr`."""
    if arg is ...:
        return "..."
    if isinstance(arg, type):
        return arg.__qualname__ if arg.__module__ == "builtins" else arg.__module__ + "." + arg.__qualname__
    if isinstance(arg, type(_text)):
        return arg.__name__
    if isinstance(arg, list):
        return "[" + ", ".join([_text(part) for part in arg]) + "]"
    return repr(arg)


class _Special:
    """`Any`, `Literal[...]` and their like."""

    def __init__(self, name, origin=None, args=None):
        self._name = name
        self._origin = origin
        self.__args__ = () if args is None else args
        self.__parameters__ = _type_variables(_flat(self.__args__))
        self.__origin__ = origin if origin is not None or args is None else getattr(_forms, name, self)

    def __getitem__(self, args):
        if self._name == "Any" or self._name == "NoReturn":
            raise TypeError(repr(self) + " is not subscriptable" if _machine.minor < 11 else "typing." + self._name + " is not subscriptable")
        if self.__parameters__:
            return _Special(self._name, self._origin, _substituted(self, args))
        if not isinstance(args, tuple) or args == () and self._name == "Tuple":
            args = (args,)
        if self._name == "Annotated":
            return _Special(self._name, self._origin, (_argument(args[0]),) + args[1:])
        return _Special(self._name, self._origin, tuple([_argument(arg) for arg in args]))

    def __instancecheck__(self, instance):
        if self._origin is None or self.__args__:
            raise TypeError("Subscripted generics cannot be used with class and instance checks" if self.__args__
                            else repr(self) + " cannot be used with isinstance()")
        return isinstance(instance, self._origin)

    def __subclasscheck__(self, cls):
        if self._origin is None or self.__args__:
            raise TypeError("Subscripted generics cannot be used with class and instance checks" if self.__args__
                            else repr(self) + " cannot be used with issubclass()")
        return issubclass(cls, self._origin)

    def __eq__(self, other):
        return isinstance(other, _Special) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, repr(self.__args__)))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        text = "typing." + self._name
        if self.__args__:
            if self._name == "Callable" and self.__args__[0] is not ...:
                parts = ["[" + ", ".join([_text(arg) for arg in self.__args__[0]]) + "]"] if isinstance(self.__args__[0], list) else [
                    _text(self.__args__[0])]
                text += "[" + ", ".join(parts + [_text(arg) for arg in self.__args__[1:]]) + "]"
            elif self.__args__ == ((),):
                text += "[()]"
            else:
                show = repr if self._name == "Literal" else _text
                text += "[" + ", ".join([show(arg) for arg in self.__args__]) + "]"
        return text

    def __call__(self, *args, **keywords):
        if self._origin in (list, dict, set, frozenset, tuple, type):
            raise TypeError("Type " + self._name + " cannot be instantiated; use " + self._origin.__name__ + "() instead")
        if self._origin is not None and self.__args__:
            return self._origin(*args, **keywords)
        if self._name == "Any" and _machine.minor >= 11:
            raise TypeError("Any cannot be instantiated")
        if self._origin is not None:
            raise TypeError("Type " + self._name + " cannot be instantiated; use " + self._origin.__name__ + "() instead")
        raise TypeError("Cannot instantiate " + repr(self))


def _flat(args):
    flat = []
    for arg in args:
        flat.extend(arg if isinstance(arg, list) else (arg,))
    return tuple(flat)


def _argument(arg):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if isinstance(arg, list):
        return [_argument(part) for part in arg]
    return arg


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None):
        self.__forward_arg__, self.__forward_module__ = arg, module

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        module = ", module=" + repr(self.__forward_module__) if self.__forward_module__ and 10 <= _machine.minor < 14 else ""
        return "ForwardRef(" + repr(self.__forward_arg__) + module + ")"


class _Literal(_Special):
    def __getitem__(self, args):
        return _Special("Literal", None, args if isinstance(args, tuple) else (args,))


class _UnionForm(_Special):
    """`Union` and `Optional`: flattened, without repetitions, and what they hold alone if it is one."""

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self._name == "Optional":
            if len(args) != 1:
                raise TypeError("typing.Optional requires a single type. Got " + repr(args) + "." if _machine.minor >= 9 else
                                "Optional[t] requires a single type. Got " + repr(args) + ".")
            args += (None,)
        if args == ():
            raise TypeError("Cannot take a Union of no types.")
        made = []
        for arg in args:
            arg = _argument(arg)
            if _machine.minor < 11 and not callable(arg) and not isinstance(arg, (ForwardRef, UnionType)):
                raise TypeError(("Union[arg, ...]: each arg must be a type." if self._name == "Union" else
                                 "Optional[t] requires a single type." if _machine.minor < 9 else
                                 "typing.Optional requires a single type.") + " Got " + repr(arg) + ".")
            for part in arg.__args__ if isinstance(arg, (_Union, UnionType)) else (arg,):
                if part not in made:
                    made.append(part)
        if len(made) == 1:
            return made[0]
        return UnionType(tuple(made)) if _machine.minor >= 14 else _Union("Union", None, tuple(made))


class _Union(_Special):
    def __instancecheck__(self, instance):
        if _machine.minor < 10:
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        return isinstance(instance, self.__args__)

    def __getitem__(self, key):
        return Union[_substituted(self, key)]

    def __repr__(self):
        others = [arg for arg in self.__args__ if arg is not type(None)]
        if len(others) == 1 and _machine.minor >= 9:
            return "typing.Optional[" + _text(others[0]) + "]"
        if len(others) < len(self.__args__) and len(others) > 1 and 9 <= _machine.minor < 10:
            return "typing.Union[" + ", ".join([_text(arg) for arg in self.__args__]) + "]"
        return "typing.Union[" + ", ".join([_text(arg) for arg in self.__args__]) + "]"


class _Forms:
    """What subscripted special forms name as their `__origin__`."""


_forms = _Forms()
for _name in ("Any", "Literal", "Final", "ClassVar", "NoReturn", "Never", "LiteralString", "TypeAlias",
              "Self", "Required", "NotRequired", "ReadOnly", "Concatenate", "Unpack", "Annotated", "TypeGuard", "TypeIs",
              "Awaitable", "Coroutine", "AsyncIterator", "AsyncIterable", "AsyncGenerator", "ContextManager",
              "AsyncContextManager", "IO", "TextIO",
              "BinaryIO", "Pattern", "Match", "ByteString", "SupportsInt", "SupportsFloat", "SupportsIndex", "SupportsAbs",
              "SupportsRound", "SupportsBytes", "SupportsComplex"):
    globals()[_name] = (_Literal if _name == "Literal" else _Special)(_name)
    setattr(_forms, _name, globals()[_name])
Union = _UnionForm("Union")
Optional = _UnionForm("Optional")
_forms.Union = Union
for _name, _origin in (("List", list), ("Dict", dict), ("Set", set), ("FrozenSet", frozenset), ("Tuple", tuple), ("Type", type),
                       ("Deque", collections.deque), ("DefaultDict", collections.defaultdict),
                       ("OrderedDict", collections.OrderedDict), ("Counter", collections.Counter),
                       ("ChainMap", collections.ChainMap), ("AbstractSet", collections.abc.Set)):
    globals()[_name] = _Special(_name, _origin)
for _name in ("Callable", "Iterable", "Iterator", "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping",
              "MutableSet", "Collection", "Container", "Sized", "Hashable", "Reversible", "KeysView", "ValuesView", "ItemsView"):
    globals()[_name] = _Special(_name, getattr(collections.abc, _name))
Text = str


def _own_parameters(cls):
    cls.__parameters__ = _type_variables(cls.__dict__.get("__orig_bases__", ()))


class Generic:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        _own_parameters(cls)

    def __class_getitem__(cls, key):
        return _generic(cls, key)


class _GenericAlias(GenericAlias):
    """Of a class of the program: its instances know with what it was subscripted."""

    def __call__(self, *args, **keywords):
        made = self.__origin__(*args, **keywords)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __getitem__(self, key):
        return _GenericAlias(self.__origin__, _substituted(self, key))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, instance):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _generic(cls, key):
    keys = tuple([_argument(part) for part in (key if isinstance(key, tuple) else (key,))])
    if cls is Generic or cls is Protocol:
        if not builtins.all([getattr(part, "_is_type_variable", False) or isinstance(part, _Special) for part in keys]):
            raise TypeError("Parameters to " + cls.__name__ + "[...] must all be type variables"
                            + (" or parameter specification variables." if _machine.minor >= 10 else ""))
        return GenericAlias(cls, key)
    parameters = cls.__parameters__
    if not parameters:
        raise TypeError(repr(cls) + " is not a generic class")
    plain = builtins.all([type(parameter) is TypeVar and not hasattr(parameter, "__default__") for parameter in parameters])
    if plain and len(keys) != len(parameters):
        raise TypeError("Too " + ("many " if len(keys) > len(parameters) else "few ")
                        + ("arguments" if _machine.minor >= 10 else "parameters") + " for " + repr(cls) + "; actual "
                        + str(len(keys)) + ", expected " + "at least " * (_machine.minor >= 13 and len(keys) < len(parameters))
                        + str(len(parameters)))
    return _GenericAlias(cls, keys)


class _ProtocolMeta(type):
    """Asks an instance for the names of a protocol."""

    def __call__(cls, *args, **keywords):
        if cls.__dict__.get("_is_protocol"):
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **keywords)

    def __instancecheck__(cls, instance):
        if cls in type(instance).__mro__:
            return True
        if not cls.__dict__.get("_is_protocol"):
            return False
        if not cls.__dict__.get("_is_runtime"):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        names = [name for base in cls.__mro__ if base.__dict__.get("_is_protocol") for name in _own_names(base)]
        return builtins.all([hasattr(instance, name) for name in names])

    def __subclasscheck__(cls, other):
        if cls in other.__mro__ or not cls.__dict__.get("_is_protocol"):
            return cls in other.__mro__
        return builtins.all([hasattr(other, name) for base in cls.__mro__ if base.__dict__.get("_is_protocol")
                             for name in _own_names(base)])


def _own_names(cls):
    names = list(cls.__dict__) + list(cls.__dict__.get("__annotations__", ()))
    return [name for name in names if not name.startswith("_is_") and name not in (
        "__module__", "__qualname__", "__doc__", "__dict__", "__weakref__", "__annotations__", "__parameters__", "__orig_bases__",
        "__init__", "__slots__", "__annotate__", "__firstlineno__", "__static_attributes__")]


class Protocol(metaclass=_ProtocolMeta):
    def __init_subclass__(cls, **keywords):
        cls._is_protocol = Protocol in cls.__bases__
        _own_parameters(cls)

    def __class_getitem__(cls, key):
        return _generic(cls, key)


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        if not bases:
            return type.__new__(mcls, name, (dict,), namespace)
        for base in bases:
            if not isinstance(base, _TypedDictMeta) and base is not Generic and not isinstance(base, GenericAlias):
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base")
        cls = type.__new__(mcls, name, (dict,), namespace)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            if _machine.minor >= 9:
                annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, hint in namespace.get("__annotations__", getattr(cls, "__annotations__", {})).items():
            annotations[key] = ForwardRef(hint, module=namespace.get("__module__")) if isinstance(hint, str) else hint
            kind = getattr(hint, "_name", None) if isinstance(hint, _Special) else None
            is_required = kind == "Required" or total and kind != "NotRequired"
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        if _machine.minor < 9:
            # There, those of the bases came last.
            for base in bases:
                annotations.update(base.__dict__.get("__annotations__", {}))
        cls.__annotations__, cls.__total__ = annotations, total
        if _machine.minor >= 9:
            cls.__required_keys__, cls.__optional_keys__ = frozenset(required), frozenset(optional)
        return cls

    def __call__(cls, *args, **keywords):
        if cls is not TypedDict:
            return dict(*args, **keywords)
        name, fields = args
        return _TypedDictMeta(name, (TypedDict,), {"__annotations__": dict(fields), "__module__": "__main__"}, **keywords)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


class TypedDict(metaclass=_TypedDictMeta):
    pass


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not TypedDict


def is_protocol(tp, /):
    return isinstance(tp, type) and tp is not Protocol and bool(tp.__dict__.get("_is_protocol"))


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(repr(tp) + " is not a Protocol")
    return frozenset([name for base in tp.__mro__ if base.__dict__.get("_is_protocol") for name in _own_names(base)])


class _Variable:
    _is_type_variable = True

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None, infer_variance=False):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__bound__ = bound
        self.__infer_variance__ = infer_variance
        self.__constraints__ = constraints
        self.__covariant__, self.__contravariant__ = covariant, contravariant

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class TypeVar(_Variable):
    pass


class ParamSpec(_Variable):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(_Variable):
    def __repr__(self):
        return self.__name__


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        if not bases:
            return type.__new__(mcls, name, bases, namespace)
        annotations = namespace.get("__annotations__", {})
        fields = list(annotations)
        defaults = [namespace[field] for field in fields if field in namespace]
        made = namedtuple(name, fields, defaults=defaults, module=namespace.get("__module__"))
        made.__annotations__ = annotations
        for key, value in namespace.items():
            if key not in fields and key not in ("__module__", "__qualname__", "__annotations__", "__classcell__"):
                setattr(made, key, value)
        return made

    def __call__(cls, typename, fields=(), /, **keywords):
        return namedtuple(typename, [name for name, _ in list(fields) + list(keywords.items())])


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


def NewType(name, tp):
    def new(value):
        return value
    new.__name__ = name
    new.__supertype__ = tp
    return new


def cast(typ, val):
    return val


AnyStr = TypeVar("AnyStr", bytes, str)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    owners = [base for base in reversed(obj.__mro__)] if isinstance(obj, type) else [obj]
    for owner in owners:
        found = owner.__dict__.get("__annotations__", {}) if isinstance(owner, type) else getattr(owner, "__annotations__", {})
        scope = globalns
        if scope is None:
            scope = getattr(owner, "__globals__", None)
        if scope is None:
            # A class sees what its methods see.
            scopes = [value.__globals__ for value in owner.__dict__.values() if hasattr(value, "__globals__")]
            scope = scopes[0] if scopes else {owner.__name__: owner}
        for name, hint in found.items():
            if hint is None:
                hint = type(None)
            hints[name] = _resolved(hint, scope, localns or {})
    # Up to 3.10 a default of None made the type optional.
    if _machine.minor < 11 and hasattr(obj, "__code__"):
        names = obj.__code__.co_varnames[:obj.__code__.co_argcount]
        defaults = dict(zip(reversed(names), reversed(obj.__defaults__ or ())))
        defaults.update(obj.__kwdefaults__ or {})
        for name, default in defaults.items():
            if default is None and name in hints:
                hints[name] = Optional[hints[name]]
    return hints


def _resolved(hint, scope, inner):
    """A hint with what stands in quotation marks looked up."""
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        value, rest = _parse_union(hint.strip(), scope, inner)
        if rest:
            _machine.not_supported("not supported here: get_type_hints of the annotation " + repr(hint) + "; write it without quotes")
        return value
    if isinstance(hint, _Special) and hint.__args__ and hint._name != "Literal":
        args = tuple([[_resolved(part, scope, inner) for part in arg] if isinstance(arg, list) else _resolved(arg, scope, inner)
                      for arg in hint.__args__])
        return type(hint)(hint._name, hint._origin, args)
    return hint


def _parse_union(text, scope, inner):
    value, text = _parse_term(text, scope, inner)
    while text.startswith("|"):
        other, text = _parse_term(text[1:].lstrip(), scope, inner)
        value = (type(None) if value is None else value) | (type(None) if other is None else other)
    return (type(None) if value is None else value), text


def _parse_term(text, scope, inner):
    if text.startswith("["):
        values, text = _parse_list(text[1:].lstrip(), scope, inner)
        return list(values), text
    if text.startswith(("'", '"')):
        end = text.find(text[0], 1)
        value, rest = _parse_union(text[1:end], scope, inner)
        return value, text[end + 1:].lstrip()
    if text.startswith("..."):
        return ..., text[3:].lstrip()
    length = 0
    while length < len(text) and (text[length].isalnum() or text[length] in "_."):
        length += 1
    path, text = text[:length].split("."), text[length:].lstrip()
    name = path[0]
    if name == "None":
        value = None
    elif name in inner:
        value = inner[name]
    elif name in scope:
        value = scope[name]
    elif hasattr(builtins, name):
        value = getattr(builtins, name)
    else:
        raise NameError("name " + repr(name) + " is not defined")
    for name in path[1:]:
        value = getattr(value, name)
    while text.startswith("["):
        values, text = _parse_list(text[1:].lstrip(), scope, inner)
        value = value[values if len(values) != 1 else values[0]]
    return value, text


def _parse_list(text, scope, inner):
    values = []
    while text and not text.startswith("]"):
        value, text = _parse_union(text, scope, inner)
        values.append(value)
        if text.startswith(","):
            text = text[1:].lstrip()
    return tuple(values), text[1:].lstrip()


def get_origin(tp):
    if isinstance(tp, _Union):
        return Union
    if isinstance(tp, UnionType):
        return UnionType
    if isinstance(tp, _Special):
        return tp.__origin__ if tp.__args__ else None
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())


def overload(func):
    return func


def final(func):
    return func


def override(func):
    return func


def no_type_check(func):
    return func


def runtime_checkable(cls):
    if not getattr(cls, "_is_protocol", False):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got " + repr(cls))
    cls._is_runtime = True
    return cls


def dataclass_transform(**keywords):
    return lambda cls: cls


def assert_never(value):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(value))


def assert_type(value, typ):
    return value


def reveal_type(value):
    return value

if _machine.minor < 9:
    del Annotated
if _machine.minor < 10:
    del is_typeddict, Concatenate, ParamSpec, TypeAlias, TypeGuard
if _machine.minor < 11:
    del LiteralString, Never, NotRequired, Required, Self, TypeVarTuple, Unpack
    del assert_never, assert_type, dataclass_transform, reveal_type
if _machine.minor < 12:
    del override
if _machine.minor < 13:
    del is_protocol, get_protocol_members, ReadOnly, TypeIs
