# answer: the limit of 256 MB of memory was reached
error = None
for n in range(1_000_000):
    new = ValueError(n)
    new.__cause__ = error
    error = new
raise error
