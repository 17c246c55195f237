# answer: the limit of 100,000,000 operations was reached
import itertools
print(next(itertools.islice(itertools.count(), 10**12, None)))
