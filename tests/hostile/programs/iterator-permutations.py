# answer: the limit of 100000000 operations was reached
import itertools
print(len(list(itertools.permutations(range(1000)))))
