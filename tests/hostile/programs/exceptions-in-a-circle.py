# answer: ValueError: 1
a, b = ValueError(1), ValueError(2)
a.__context__, b.__context__ = b, a
raise a
