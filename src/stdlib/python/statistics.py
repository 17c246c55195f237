"""The module `statistics`, for ints and floats."""

import math


class StatisticsError(ValueError):
    pass


def _values(data, least, text):
    values = list(data)
    if len(values) < least:
        raise StatisticsError(text)
    return values


def _total(values):
    return sum(values) if all([isinstance(value, int) for value in values]) else math.fsum(values)


def _ratio(total, count):
    return total // count if isinstance(total, int) and total % count == 0 else total / count


def mean(data):
    values = _values(data, 1, "mean requires at least one data point")
    return _ratio(_total(values), len(values))


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


def _squares(values, centre):
    if centre is None:
        count = len(values)
        if all([isinstance(value, int) for value in values]):
            total = sum(values)
            whole = count * sum([value * value for value in values]) - total * total
            return whole // count if whole % count == 0 else whole / count
        centre = math.fsum(values) / count
    return math.fsum([(value - centre) ** 2 for value in values])


def variance(data, xbar=None):
    values = _values(data, 2, "variance requires at least two data points")
    return _ratio(_squares(values, xbar), len(values) - 1)


def pvariance(data, mu=None):
    values = _values(data, 1, "pvariance requires at least one data point")
    return _ratio(_squares(values, mu), len(values))


def stdev(data, xbar=None):
    values = _values(data, 2, "stdev requires at least two data points")
    return math.sqrt(_squares(values, xbar) / (len(values) - 1))


def pstdev(data, mu=None):
    values = _values(data, 1, "pstdev requires at least one data point")
    return math.sqrt(_squares(values, mu) / len(values))
