"""The module math, by what it prints."""

import math


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__)


show(lambda: (math.pi, math.e, math.tau, math.inf, math.isnan(math.nan)))
show(lambda: (math.sqrt(2), math.sqrt(16), math.sqrt(0)))
show(lambda: math.sqrt(-1))
show(lambda: math.sqrt("4"))
show(lambda: (math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.floor(-2.5), math.ceil(7), math.floor(1e20)))
show(lambda: math.floor(math.inf))
show(lambda: math.floor(math.nan))
show(lambda: (math.pow(2, 10), math.pow(2, 0.5), math.pow(0, 0)))
show(lambda: math.pow(-8, 1 / 3))
show(lambda: math.pow(0, -1))
show(lambda: math.pow(10, 400))
show(lambda: (math.exp(1), math.exp(0), math.exp(-1000)))
show(lambda: math.exp(1000))
show(lambda: (math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.log(10**400)))
show(lambda: math.log(0))
show(lambda: math.log(-1))
show(lambda: math.log(10, 1))
show(lambda: (math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(1, -1)))
show(lambda: math.asin(2))
show(lambda: math.sin(math.inf))
show(lambda: (math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 1, 1), math.dist((0, 0), (3, 4))))
show(lambda: (math.fabs(-2), math.copysign(3, -0.0), math.fmod(-7, 3), math.modf(3.25), math.modf(-0.5)))
show(lambda: math.fmod(1, 0))
show(lambda: (math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-12, abs_tol=1e-9)))
show(lambda: (math.isinf(math.inf), math.isfinite(1.5), math.isnan(1)))
show(lambda: (math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.prod([2, 3, 4]), math.prod([0.5, 4], start=3)))
show(lambda: (math.factorial(20), math.factorial(0), math.gcd(12, 18), math.gcd(0, 5), math.isqrt(17), math.comb(10, 3), math.perm(5, 2)))
show(lambda: (math.comb(3, 5), math.perm(4), math.comb(60, 30)))
show(lambda: math.factorial(-1))
show(lambda: math.isqrt(-1))
show(lambda: math.gcd(1.5, 2))
show(lambda: [round(math.sin(x / 10), 12) for x in range(5)])


class Half:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


show(lambda: (math.floor(Half()), math.ceil(Half()), math.trunc(Half())))
