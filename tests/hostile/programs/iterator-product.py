import itertools
print(len(list(itertools.product(range(1000), repeat=1000))))
