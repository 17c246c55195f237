"""The builtin `complex`; loaded where a program names it or writes an imaginary number."""

import _machine
import builtins
import math

_set = object.__setattr__


class complex:
    __slots__ = ("real", "imag")

    def __new__(cls, real=0, imag=0):
        if isinstance(real, str):
            if imag != 0:
                raise TypeError("complex() can't take second arg if first is a string")
            real, imag = _parsed(real)
        else:
            first, second = _parts_of(real, "first"), _parts_of(imag, "second")
            # `complex(a, b)` is a + b*1j.
            real = first[0] - second[1] if isinstance(imag, complex) else first[0]
            imag = second[0] + first[1] if isinstance(real, complex) or first[1] else second[0]
        self = object.__new__(cls)
        _set(self, "real", real)
        _set(self, "imag", imag)
        return self

    def __setattr__(self, name, value):
        if name in ("real", "imag"):
            raise AttributeError("readonly attribute")
        raise AttributeError("'complex' object has no attribute " + repr(name))

    def conjugate(self):
        return _made(self.real, -self.imag)

    def __complex__(self):
        return self

    def __getnewargs__(self):
        return (self.real, self.imag)

    def __bool__(self):
        return self.real != 0 or self.imag != 0

    def __eq__(self, other):
        if isinstance(other, complex):
            return self.real == other.real and self.imag == other.imag
        if isinstance(other, (int, float)):
            return self.real == other and self.imag == 0
        return NotImplemented

    def __hash__(self):
        if self.imag == 0:
            return hash(self.real)
        mixed = hash(self.real) + 1000003 * hash(self.imag) & 0xFFFFFFFFFFFFFFFF
        mixed -= mixed >> 63 << 64
        return -2 if mixed == -1 else mixed

    def __neg__(self):
        return _made(-self.real, -self.imag)

    def __pos__(self):
        return _made(self.real, self.imag)

    def __abs__(self):
        return math.hypot(self.real, self.imag)

    def __add__(self, other):
        if isinstance(other, complex):
            return _made(self.real + other.real, self.imag + other.imag)
        if isinstance(other, (int, float)):
            return _made(self.real + other, self.imag + 0.0)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, complex):
            return _made(self.real - other.real, self.imag - other.imag)
        if isinstance(other, (int, float)):
            return _made(self.real - other, self.imag - 0.0)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, (int, float)):
            return _made(other - self.real, 0.0 - self.imag)
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, complex):
            return _made(self.real * other.real - self.imag * other.imag, self.real * other.imag + self.imag * other.real)
        if isinstance(other, (int, float)):
            return _made(self.real * other - self.imag * 0.0, self.real * 0.0 + self.imag * other)
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _lifted(other)
        return other if other is NotImplemented else _quotient(self, other)

    def __rtruediv__(self, other):
        other = _lifted(other)
        return other if other is NotImplemented else _quotient(other, self)

    def __pow__(self, other, modulus=None):
        if modulus is not None:
            raise ValueError("complex modulo")
        other = _lifted(other)
        return other if other is NotImplemented else _power(self, other)

    def __rpow__(self, other):
        other = _lifted(other)
        return other if other is NotImplemented else _power(other, self)

    if _machine.minor < 10:
        def __int__(self):
            raise TypeError("can't convert complex to int")

        def __float__(self):
            raise TypeError("can't convert complex to float")

    def __repr__(self):
        imag = _short(self.imag) + "j"
        if self.real == 0 and math.copysign(1, self.real) > 0:
            return imag
        return "(" + _short(self.real) + ("" if imag[0] in "+-" else "+") + imag + ")"

    def __format__(self, spec):
        if not spec:
            return str(self)
        fill, align, rest = "", "", spec
        if len(rest) > 1 and rest[1] in "<>^=":
            fill, align, rest = rest[0], rest[1], rest[2:]
        elif rest[0] in "<>^=":
            align, rest = rest[0], rest[1:]
        if align == "=":
            raise ValueError("'=' alignment flag is not allowed in complex format specifier")
        sign = ""
        if rest[:1] in ("+", "-", " "):
            sign, rest = rest[0], rest[1:]
        alternate = rest[:1] == "#"
        rest = rest[alternate:]
        if rest[:1] == "0":
            raise ValueError("Zero padding is not allowed in complex format specifier")
        width = ""
        while rest[:1].isdigit():
            width, rest = width + rest[0], rest[1:]
        kind = rest[-1:] if rest[-1:].isalpha() else ""
        if kind not in tuple("eEfFgGn") + ("",):
            raise ValueError("Unknown format code " + repr(kind) + " for object of type 'complex'")
        plain = ("#" if alternate else "") + rest
        if kind or rest:
            text = format(self.real, sign + plain) + format(self.imag, "+" + plain) + "j"
            if not kind:
                text = "(" + text + ")"
        else:
            text = repr(self)
        return format(text, fill + (align or ">") + width)


complex.__module__ = "builtins"


def _made(real, imag):
    self = object.__new__(complex)
    _set(self, "real", real)
    _set(self, "imag", imag)
    return self


def _lifted(other):
    if isinstance(other, complex):
        return other
    return _made(float(other), 0.0) if isinstance(other, (int, float)) else NotImplemented


def _parts_of(value, which):
    if isinstance(value, complex):
        return value.real, value.imag
    if isinstance(value, (int, float)):
        return float(value), 0.0
    if isinstance(value, str):
        raise TypeError("complex() second arg can't be a string")
    for name in ("__complex__", "__float__", "__index__"):
        method = getattr(type(value), name, None)
        if method is not None:
            return _parts_of(method(value), which)
    raise TypeError("complex() " + which + " argument must be a " + ("string or a " if which == "first" else "") + "number, not "
                    + repr(type(value).__name__))


def _parsed(text):
    """`1+2j`, `2j`, `1`, with brackets or without."""
    core = text.strip()
    if core[:1] == "(" and core[-1:] == ")":
        core = core[1:-1].strip()
    real, imag = "", core
    if core[-1:] in ("j", "J"):
        at = len(core) - 2
        while at > 0 and not (core[at] in "+-" and core[at - 1] not in "eE"):
            at -= 1
        real, imag = core[:max(at, 0)], core[max(at, 0):-1]
        if imag in ("", "+", "-"):
            imag += "1"
    else:
        real, imag = core, ""
    try:
        if not core or " " in core:
            raise ValueError
        return (float(real) if real else 0.0), (float(imag) if imag else 0.0)
    except ValueError:
        raise ValueError("complex() arg is a malformed string") from None


def _short(number):
    text = repr(number)
    return text[:-2] if text.endswith(".0") else text


def _product(a, b):
    return _made(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real)


def _quotient(a, b):
    if abs(b.real) >= abs(b.imag):
        if b.real == 0:
            raise ZeroDivisionError("division by zero" if _machine.minor >= 14 else "complex division by zero")
        ratio = b.imag / b.real
        below = b.real + b.imag * ratio
        return _made((a.real + a.imag * ratio) / below, (a.imag - a.real * ratio) / below)
    if b.real != b.real or b.imag != b.imag:
        return _made(math.nan, math.nan)
    ratio = b.real / b.imag
    below = b.real * ratio + b.imag
    return _made((a.real * ratio + a.imag) / below, (a.imag * ratio - a.real) / below)


def _power(a, b):
    if b.imag == 0 and b.real == math.floor(b.real) and abs(b.real) <= 100:
        count = int(b.real)
        result, factor, left = _made(1.0, 0.0), a, abs(count)
        while left:
            if left & 1:
                result = _product(result, factor)
            factor = _product(factor, factor)
            left >>= 1
        if count >= 0:
            return result
        if not a:
            raise ZeroDivisionError(_ZERO_POWER)
        return _quotient(_made(1.0, 0.0), result)
    if not b:
        return _made(1.0, 0.0)
    if not a:
        if b.imag != 0 or b.real < 0:
            raise ZeroDivisionError(_ZERO_POWER)
        return _made(0.0, 0.0)
    size, angle = abs(a), math.atan2(a.imag, a.real)
    length, phase = size ** b.real, angle * b.real
    if b.imag != 0:
        length *= math.exp(-angle * b.imag)
        phase += b.imag * math.log(size)
    return _made(length * math.cos(phase), length * math.sin(phase))


_ZERO_POWER = ("zero" if _machine.minor >= 14 else "0.0") + " to a negative or complex power"
builtins.complex = complex
# What an imaginary number in a text is made with, whatever the program calls its own things.
setattr(builtins, ".imaginary", lambda number: _made(0.0, number))
