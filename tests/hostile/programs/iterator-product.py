# answer: the limit of 100,000,000 operations was reached
import itertools
print(len(list(itertools.product(range(1000), repeat=1000))))
