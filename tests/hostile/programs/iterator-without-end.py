# answer: the limit of 150000000 operations was reached
import itertools
print(sum(itertools.count()))
