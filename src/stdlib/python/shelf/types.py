"""The module `types`."""
# Not modelled: AsyncGeneratorType CellType ClassMethodDescriptorType CoroutineType DynamicClassAttribute GetSetDescriptorType MemberDescriptorType MethodDescriptorType MethodWrapperType WrapperDescriptorType coroutine get_original_bases prepare_class resolve_bases

import _machine
from _internal import GenericAlias
from _internal import UnionType


def _function():
    yield


FunctionType = LambdaType = type(_function)
GeneratorType = type(_function())
BuiltinFunctionType = BuiltinMethodType = type(len)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)


class _Class:
    def method(self):
        pass


MethodType = type(_Class().method)
import builtins
from _internal import code as CodeType
from _internal import frame as FrameType


def _traceback():
    try:
        raise ValueError
    except ValueError as error:
        return type(error.__traceback__)


TracebackType = _traceback()

ModuleType = type(builtins)


_shown = sorted if _machine.minor < 9 else list


class SimpleNamespace:
    def __init__(self, /, **keywords):
        for name, value in keywords.items():
            setattr(self, name, value)

    def __repr__(self):
        return ("namespace" if type(self) is SimpleNamespace else type(self).__name__) + "(" + ", ".join([name + "=" + repr(value) for name, value in _shown(self.__dict__.items())]) + ")"

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return dict(self.__dict__) == dict(other.__dict__)
        return NotImplemented

    __hash__ = None


class MappingProxyType:
    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __setitem__(self, key, value):
        raise TypeError("'mappingproxy' object does not support item assignment")

    def __delitem__(self, key):
        raise TypeError("'mappingproxy' object does not support item deletion")

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __contains__(self, key):
        return key in self._mapping

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

    def __repr__(self):
        return "mappingproxy(" + repr(self._mapping) + ")"

    def __str__(self):
        return str(self._mapping)


MappingProxyType.__name__ = MappingProxyType.__qualname__ = "mappingproxy"
MappingProxyType.__module__ = "builtins"


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    keywords = dict(kwds or {})
    return keywords.pop("metaclass", type)(name, bases, namespace, **keywords)

if _machine.minor < 9:
    del GenericAlias
if _machine.minor < 10:
    del EllipsisType, NoneType, NotImplementedType, UnionType
