# answer: the limit of 100000000 operations was reached
import itertools
print(sum(itertools.count()))
