"""The module `fractions`."""

import math
import numbers


class Fraction(numbers.Rational):
    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if isinstance(numerator, str):
                numerator, denominator = _parsed(numerator)
            elif isinstance(numerator, (float, Fraction)) or hasattr(numerator, "as_integer_ratio") and not isinstance(numerator, int):
                numerator, denominator = numerator.as_integer_ratio()
            elif isinstance(numerator, int):
                denominator = 1
            else:
                raise TypeError("argument should be a string or a Rational instance")
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            top, bottom = Fraction._pair(numerator), Fraction._pair(denominator)
            numerator, denominator = top[0] * bottom[1], top[1] * bottom[0]
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        common = math.gcd(numerator, denominator) * (-1 if denominator < 0 else 1)
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    @staticmethod
    def _pair(value):
        return (value._numerator, value._denominator) if isinstance(value, Fraction) else (int(value), 1)

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            if q0 + whole * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + whole * p1, q0 + whole * q1
            n, d = d, n - whole * d
        factor = (max_denominator - q0) // q1
        near, other = Fraction(p1, q1), Fraction(p0 + factor * p1, q0 + factor * q1)
        return near if abs(near - self) <= abs(other - self) else other

    def __repr__(self):
        return type(self).__name__ + "(" + str(self._numerator) + ", " + str(self._denominator) + ")"

    def __str__(self):
        return str(self._numerator) + ("" if self._denominator == 1 else "/" + str(self._denominator))

    def __format__(self, spec):
        return format(float(self), spec) if spec and spec[-1] in "eEfFgG%" else format(str(self), spec)

    def _with(self, other, operation, by_float):
        if isinstance(other, (int, Fraction)):
            return operation(self._numerator, self._denominator, *Fraction._pair(other))
        return by_float(float(self), other) if isinstance(other, float) else NotImplemented

    def _reversed(self, other, operation, by_float):
        if isinstance(other, int):
            return operation(other, 1, self._numerator, self._denominator)
        return by_float(other, float(self)) if isinstance(other, float) else NotImplemented

    def __add__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda a, b: a + b)

    __radd__ = __add__

    def __sub__(self, other):
        return self._with(other, _difference, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._reversed(other, _difference, lambda a, b: a - b)

    def __mul__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * c, b * d), lambda a, b: a * b)

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._with(other, _quotient, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._reversed(other, _quotient, lambda a, b: a / b)

    def __floordiv__(self, other):
        return self._with(other, lambda a, b, c, d: a * d // (b * c), lambda a, b: a // b)

    def __mod__(self, other):
        return self._with(other, lambda a, b, c, d: Fraction(a * d % (c * b), b * d), lambda a, b: a % b)

    def __divmod__(self, other):
        return self // other, self % other

    def __pow__(self, power):
        if isinstance(power, int):
            if power >= 0:
                return Fraction(self._numerator ** power, self._denominator ** power)
            return Fraction(self._denominator ** -power, self._numerator ** -power)
        return float(self) ** power

    def __rpow__(self, base):
        return base ** self._numerator if self._denominator == 1 and self._numerator >= 0 else base ** float(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self):
        return self

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            return floor + (twice > self._denominator or twice == self._denominator and floor % 2)
        shift = Fraction(10) ** ndigits
        return Fraction(round(self * shift)) / shift

    def __bool__(self):
        return self._numerator != 0

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        value = float(self)
        return hash(value) if Fraction(value) == self else hash((self._numerator, self._denominator))

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return (self._numerator, self._denominator) == Fraction._pair(other)
        return float(self) == other if isinstance(other, float) else NotImplemented

    def _compare(self, other, operation):
        if isinstance(other, float):
            other = Fraction(other)
        if not isinstance(other, (int, Fraction)):
            return NotImplemented
        top, bottom = Fraction._pair(other)
        return operation(self._numerator * bottom, top * self._denominator)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)


def _difference(a, b, c, d):
    return Fraction(a * d - c * b, b * d)


def _quotient(a, b, c, d):
    if c == 0:
        raise ZeroDivisionError("Fraction(%d, 0)" % (a * d))
    return Fraction(a * d, b * c)


def _parsed(text):
    try:
        top, slash, bottom = text.strip().replace("_", "").partition("/")
        if slash:
            return int(top), int(bottom)
        mantissa, _, exponent = top.lower().partition("e")
        whole, point, part = mantissa.partition(".")
        shift = int(exponent or 0) - len(part)
        number = int(whole + part)
        return (number * 10 ** shift, 1) if shift >= 0 else (number, 10 ** -shift)
    except ValueError:
        raise ValueError("Invalid literal for Fraction: %r" % text) from None
