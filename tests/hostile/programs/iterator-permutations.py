# answer: the limit of 100,000,000 operations was reached
import itertools
print(len(list(itertools.permutations(range(1000)))))
