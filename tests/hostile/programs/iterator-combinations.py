# answer: the limit of 100,000,000 operations was reached
import itertools
print(sum(1 for _ in itertools.combinations(range(10_000), 5_000)))
