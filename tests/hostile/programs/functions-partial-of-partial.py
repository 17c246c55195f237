# answer: the limit of 100,000,000 operations was reached
import functools
f = print
for _ in range(100_000):
    f = functools.partial(f, 1)
f()
