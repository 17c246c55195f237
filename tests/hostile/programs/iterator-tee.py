# answer: the limit of 100000000 operations was reached
import itertools
a, b = itertools.tee(itertools.count())
for _ in a:
    pass
