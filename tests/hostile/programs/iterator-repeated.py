import itertools
print(len(tuple(itertools.repeat(0, 10**12))))
