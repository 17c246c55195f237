import itertools
print(len(list(itertools.permutations(range(1000)))))
