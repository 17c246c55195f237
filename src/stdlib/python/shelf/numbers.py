"""The module `numbers`: what kind of number something is."""


class _Kind(type):
    def __instancecheck__(cls, value):
        return cls.__subclasscheck__(type(value))

    def __subclasscheck__(cls, other):
        return cls in other.__mro__ or any([issubclass(other, kind) for kind in cls.__dict__.get("_kinds", ())])

    def register(cls, kind):
        for above in cls.__mro__:
            if isinstance(above, _Kind):
                above._kinds.append(kind)
        return kind


class Number(metaclass=_Kind):
    _kinds = [int, float]
    __hash__ = None


class Complex(Number):
    _kinds = [int, float]


class Real(Complex):
    _kinds = [int, float]


class Rational(Real):
    _kinds = [int]


class Integral(Rational):
    _kinds = [int]
