"""What `def f[T]`, `class C[T]` and `type` statements are compiled to (PEP 695)."""

import builtins
import typing
from _internal import GenericAlias


def _parameter(kind, name):
    made = getattr(typing, kind)(name, infer_variance=True)
    made.__infer_variance__ = True
    return made


def _generic(definition, parameters):
    definition.__type_params__ = parameters
    return definition


class _Subscripted(GenericAlias):
    def __repr__(self):
        return self.__origin__.__name__ + GenericAlias(list, self.__args__).__repr__()[4:]


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__, self.__value__, self.__type_params__ = name, value, type_params
        self.__parameters__ = type_params
        self.__module__ = "__main__"

    def __repr__(self):
        return self.__name__

    def __getitem__(self, key):
        return _Subscripted(self, key)

    def __or__(self, other):
        return typing.Union[self, other]

    def __ror__(self, other):
        return typing.Union[other, self]


typing.TypeAliasType = TypeAliasType
setattr(builtins, ".type_parameter", _parameter)
setattr(builtins, ".generic", _generic)
setattr(builtins, ".generic_base", lambda parameters: typing.Generic[parameters])
setattr(builtins, ".type_alias", TypeAliasType)
