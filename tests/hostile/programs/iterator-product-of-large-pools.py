# answer: the limit of 100,000,000 operations was reached
import itertools
print(sum(1 for _ in itertools.product(range(1_000_000), repeat=3)))
