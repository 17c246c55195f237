"""The module `typing`: annotations mean nothing at run time."""

import _machine
from _internal import GenericAlias
from _internal import UnionType
from _namedtuple import namedtuple

TYPE_CHECKING = False


class _Special:
    """`Any`, `Optional[...]` and their like."""

    def __init__(self, name, args=None):
        self._name = name
        self.__args__ = args if args is not None else ()
        self.__origin__ = self

    def __getitem__(self, args):
        return _Special(self._name, args if isinstance(args, tuple) else (args,))

    def __or__(self, other):
        return UnionType((self, other))

    def __ror__(self, other):
        return UnionType((other, self))

    def __repr__(self):
        text = "typing." + self._name
        if self.__args__:
            text += "[" + ", ".join([arg.__name__ if isinstance(arg, type) else repr(arg) for arg in self.__args__]) + "]"
        return text

    def __call__(self, *args, **keywords):
        raise TypeError("Cannot instantiate typing." + self._name)


for _name in ("Any", "Union", "Optional", "Literal", "Final", "ClassVar", "NoReturn", "Never", "LiteralString", "TypeAlias",
              "Self", "Required", "NotRequired", "ReadOnly", "Concatenate", "Unpack", "Annotated", "TypeGuard", "TypeIs", "AnyStr",
              "Callable", "Type", "List", "Dict", "Set", "FrozenSet", "Tuple", "Deque", "DefaultDict", "OrderedDict", "Counter",
              "ChainMap", "Iterable", "Iterator", "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping",
              "AbstractSet", "MutableSet", "Collection", "Container", "Sized", "Hashable", "Reversible", "Awaitable", "Coroutine",
              "AsyncIterator", "AsyncIterable", "AsyncGenerator", "ContextManager", "AsyncContextManager", "Text", "IO", "TextIO",
              "BinaryIO", "Pattern", "Match", "ByteString", "SupportsInt", "SupportsFloat", "SupportsIndex", "SupportsAbs",
              "SupportsRound", "KeysView", "ValuesView", "ItemsView"):
    globals()[_name] = _Special(_name)
Text = str


class Generic:
    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)


class Protocol:
    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)


class TypedDict(dict):
    def __init_subclass__(cls, total=True):
        pass


class _Variable:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None, infer_variance=False):
        self.__name__ = name
        self.__bound__ = bound

    def __repr__(self):
        return "~" + self.__name__

    def __or__(self, other):
        return UnionType((self, other))


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
    pass


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


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, "__annotations__", {}))


def get_origin(tp):
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
    return cls


def dataclass_transform(**keywords):
    return lambda cls: cls


def assert_never(value):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(value))


def assert_type(value, typ):
    return value


def reveal_type(value):
    return value
