"""The module `statistics`."""
# Not modelled: kde kde_random

import _machine
import math


class StatisticsError(ValueError):
    pass


def _values(data, least, text):
    values = list(data)
    if len(values) < least:
        raise StatisticsError(text)
    return values


def _exact(values):
    """The sum as an exact fraction: numerator and denominator."""
    top, bottom = 0, 1
    for value in values:
        if isinstance(value, int):
            top += value * bottom
        else:
            over, under = value.as_integer_ratio()
            top, bottom = top * under + over * bottom, bottom * under
            if bottom > 1 << 4000:
                common = math.gcd(top, bottom)
                top, bottom = top // common, bottom // common
    return top, bottom


def _converted(top, bottom, values):
    """A fraction as what the values are: int where it is whole, float, Decimal or Fraction."""
    for value in values:
        if not isinstance(value, (int, float)):
            kind = type(value)
            return kind(top) / kind(bottom)
    if top % bottom == 0 and all([isinstance(value, int) for value in values]):
        return top // bottom
    return top / bottom


def mean(data):
    values = _values(data, 1, "mean requires at least one data point")
    if any([isinstance(value, float) and value - value != 0 for value in values]):
        return sum(values) / len(values)
    top, bottom = _exact(values)
    return _converted(top, bottom * len(values), values)


def fmean(data, weights=None):
    values = _values(data, 1, "fmean requires at least one data point")
    if weights is not None:
        weights = list(weights)
        return math.fsum([value * weight for value, weight in zip(values, weights)]) / math.fsum(weights)
    return math.fsum(values) / len(values)


def median(data):
    values = sorted(_values(data, 1, "no median for empty data"))
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def median_low(data):
    values = sorted(_values(data, 1, "no median for empty data"))
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = sorted(_values(data, 1, "no median for empty data"))
    return values[len(values) // 2]


def multimode(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def mode(data):
    return multimode(_values(data, 1, "no mode for empty data"))[0]


def geometric_mean(data):
    values = _values(data, 1, "geometric_mean requires a non-empty dataset" if _machine.minor < 11 else
                     "geometric mean requires a non-empty dataset")
    return math.exp(math.fsum([math.log(value) for value in values]) / len(values))


def harmonic_mean(data, weights=None):
    values = _values(data, 1, "harmonic_mean requires at least one data point")
    weights = [1] * len(values) if weights is None else list(weights)
    if any([value < 0 for value in values]):
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in values:
        return 0
    shares = [weight / value for weight, value in zip(weights, values)]
    top, bottom = _exact(shares)
    return _converted(sum(weights) * bottom, top, shares)


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values = sorted(data)
    if len(values) < 2:
        if _machine.minor >= 13 and len(values) == 1:
            return values * (n - 1)
        raise StatisticsError("must have at least two data points" if _machine.minor < 13 else "must have at least one data point")
    if method not in ("exclusive", "inclusive"):
        raise ValueError("Unknown method: " + repr(method))
    size = len(values) - 1 if method == "inclusive" else len(values) + 1
    result = []
    for i in range(1, n):
        if method == "inclusive":
            at, delta = divmod(i * size, n)
            result.append((values[at] * (n - delta) + values[at + 1] * delta) / n)
        else:
            at = min(max(i * size // n, 1), len(values) - 1)
            delta = i * size - at * n
            result.append((values[at - 1] * (n - delta) + values[at] * delta) / n)
    return result


def median_grouped(data, interval=1):
    values = sorted(_values(data, 1, "no median for empty data"))
    middle = values[len(values) // 2]
    below = len([value for value in values if value < middle])
    return middle - interval / 2 + interval * (len(values) / 2 - below) / values.count(middle)


def covariance(x, y, /):
    x, y = list(x), list(y)
    _check_pairs(x, y, "covariance")
    mean_x, mean_y = math.fsum(x) / len(x), math.fsum(y) / len(y)
    return math.fsum([(a - mean_x) * (b - mean_y) for a, b in zip(x, y)]) / (len(x) - 1)


def _check_pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(name + " requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(name + " requires at least two data points")


def correlation(x, y, /, *, method="linear"):
    x, y = list(x), list(y)
    _check_pairs(x, y, "correlation")
    mean_x, mean_y = math.fsum(x) / len(x), math.fsum(y) / len(y)
    both = math.fsum([(a - mean_x) * (b - mean_y) for a, b in zip(x, y)])
    squares = math.fsum([(a - mean_x) ** 2 for a in x]) * math.fsum([(b - mean_y) ** 2 for b in y])
    if not squares:
        raise StatisticsError("at least one of the inputs is constant")
    return both / math.sqrt(squares)


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return "LinearRegression(slope=%r, intercept=%r)" % tuple(self)


def linear_regression(x, y, /, *, proportional=False):
    x, y = list(x), list(y)
    _check_pairs(x, y, "linear regression")
    mean_x, mean_y = (0.0, 0.0) if proportional else (math.fsum(x) / len(x), math.fsum(y) / len(y))
    squares = math.fsum([(a - mean_x) ** 2 for a in x])
    if not squares:
        raise StatisticsError("x is constant")
    slope = math.fsum([(a - mean_x) * (b - mean_y) for a, b in zip(x, y)]) / squares
    return LinearRegression((slope, mean_y - slope * mean_x))


if _machine.minor < 10:
    del covariance, correlation, linear_regression


def NormalDist(*args, **keywords):
    _machine.not_supported("not supported here: statistics.NormalDist; use random.gauss and the other functions")


def _squares(values, centre):
    """The sum of the squares of the distances from the mean, or from a given centre, as an exact fraction."""
    if centre is not None:
        return _exact([(value - centre) * (value - centre) for value in values])
    sum_top, sum_bottom = _exact(values)
    top, bottom = 0, 1
    for value in values:
        over, under = (value, 1) if isinstance(value, int) else value.as_integer_ratio()
        top, bottom = top * under * under + over * over * bottom, bottom * under * under
        common = math.gcd(top, bottom)
        top, bottom = top // common, bottom // common
    count = len(values)
    # sum(x * x) - sum(x) ** 2 / n
    whole = top * count * sum_bottom * sum_bottom - sum_top * sum_top * bottom
    return whole, bottom * count * sum_bottom * sum_bottom


def _root(top, bottom):
    """The square root of a fraction, rounded once."""
    if _machine.minor < 11:
        return math.sqrt(top / bottom)
    if not top:
        return 0.0
    shift = max(0, 70 - (top.bit_length() - bottom.bit_length()) // 2)
    scaled = top << 2 * shift
    root = math.isqrt(scaled // bottom)
    return (root | (root * root * bottom != scaled)) / (1 << shift)


def variance(data, xbar=None):
    values = _values(data, 2, "variance requires at least two data points")
    top, bottom = _squares(values, xbar)
    return _converted(top, bottom * (len(values) - 1), values)


def pvariance(data, mu=None):
    values = _values(data, 1, "pvariance requires at least one data point")
    top, bottom = _squares(values, mu)
    return _converted(top, bottom * len(values), values)


def stdev(data, xbar=None):
    values = _values(data, 2, "stdev requires at least two data points" if _machine.minor >= 11 else
                     "variance requires at least two data points")
    top, bottom = _squares(values, xbar)
    return _root(top, bottom * (len(values) - 1))


def pstdev(data, mu=None):
    values = _values(data, 1, "pstdev requires at least one data point" if _machine.minor >= 11 else
                     "pvariance requires at least one data point")
    top, bottom = _squares(values, mu)
    return _root(top, bottom * len(values))


if _machine.minor < 10:
    del LinearRegression
