# answer: the limit of 256 MB of memory was reached
import itertools
x = iter([1])
while True:
    x = itertools.chain(x, [1])
