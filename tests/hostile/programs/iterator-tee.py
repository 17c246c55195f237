# answer: the limit of 100,000,000 operations was reached
import itertools
a, b = itertools.tee(itertools.count())
for _ in a:
    pass
