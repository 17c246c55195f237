"""What the module `math` has beside its functions in Rust."""

import _machine


def frexp(x, /):
    """Mantissa and exponent."""
    x = float(x)
    if x == 0 or x != x or x in (inf, -inf):
        return (x, 0)
    exponent = 0
    while abs(x) >= 1:
        x /= 2
        exponent += 1
    while abs(x) < 0.5:
        x *= 2
        exponent -= 1
    return (x, exponent)


def ldexp(x, i, /):
    result = float(x)
    while i > 1000:
        result *= 2.0 ** 1000
        i -= 1000
    while i < -1000:
        result *= 2.0 ** -1000
        i += 1000
    result *= 2.0 ** i
    if result in (inf, -inf) and x not in (inf, -inf):
        raise OverflowError("math range error")
    return result


def exp2(x, /):
    return 2.0 ** x


def expm1(x, /):
    return x + x * x / 2 + x * x * x / 6 if abs(x) < 1e-5 else exp(x) - 1.0


def cbrt(x, /):
    if x < 0:
        return -cbrt(-x)
    root = float(x) ** (1 / 3)
    near = float(round(root))
    return near if near * near * near == x else root


def sinh(x, /):
    return x + x * x * x / 6 if abs(x) < 1e-5 else (exp(x) - exp(-x)) / 2


def cosh(x, /):
    return (exp(x) + exp(-x)) / 2


def tanh(x, /):
    if abs(x) > 20:
        return 1.0 if x > 0 else -1.0
    return sinh(x) / cosh(x)


def asinh(x, /):
    return log(x + sqrt(x * x + 1)) if x >= 0 else -asinh(-x)


def acosh(x, /):
    if x < 1:
        raise ValueError("math domain error")
    return log(x + sqrt(x * x - 1))


def atanh(x, /):
    if not -1 < x < 1:
        raise ValueError("math domain error")
    return (log1p(x) - log1p(-x)) / 2


def remainder(x, y, /):
    if y == 0:
        raise ValueError("math domain error")
    rest = fmod(abs(x), abs(y))
    other = abs(y) - rest
    if rest == other:
        rest -= 2 * fmod(0.5 * (abs(x) - rest), abs(y))
    elif rest > other:
        rest = -other
    return copysign(1.0, x) * rest


if _machine.minor >= 12:
    def sumprod(p, q, /):
        p, q = list(p), list(q)
        if len(p) != len(q):
            raise ValueError("Inputs are not the same length")
        products = [a * b for a, b in zip(p, q)]
        return fsum(products) if any([isinstance(product, float) for product in products]) else sum(products)


def _from_bits(bits):
    """The float of that place in the order of the positive ones."""
    exponent, mantissa = bits >> 52, bits & (1 << 52) - 1
    if exponent == 2047:
        return inf
    return ldexp(mantissa, -1074) if exponent == 0 else ldexp(mantissa | 1 << 52, exponent - 1075)


def _bits_of(x):
    if x == 0 or x == inf:
        return 0 if x == 0 else 2047 << 52
    mantissa, exponent = frexp(x)
    if exponent < -1021:
        return int(ldexp(x, 1074))
    return (exponent + 1022 << 52) + int(mantissa * (1 << 53)) - (1 << 52)


def nextafter(x, y, /):
    x, y = float(x), float(y)
    if x != x or y != y:
        return nan
    if x == y:
        return y
    if x == 0:
        return copysign(_from_bits(1), y)
    return copysign(_from_bits(_bits_of(abs(x)) + (1 if (x < y) == (x > 0) else -1)), x)


def ulp(x, /):
    x = abs(float(x))
    if x != x or x == inf:
        return x
    next_one = _from_bits(_bits_of(x) + 1)
    return x - _from_bits(_bits_of(x) - 1) if next_one == inf else next_one - x


if _machine.minor < 9:
    del nextafter, ulp
for _name in ("erf", "erfc", "gamma", "lgamma"):
    def _refuse(*args, _name=_name):
        _machine.not_supported("not supported here: math." + _name)
    globals()[_name] = _refuse
if _machine.minor < 11:
    del exp2, cbrt
