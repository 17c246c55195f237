import itertools
x = iter([1])
while True:
    x = itertools.chain(x, [1])
