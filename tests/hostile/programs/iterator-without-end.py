# answer: the limit of 100,000,000 operations was reached
import itertools
print(sum(itertools.count()))
