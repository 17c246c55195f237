# answer: RecursionError: maximum recursion depth exceeded
import itertools
x = iter([1])
for _ in range(200_000):
    x = itertools.chain(x)
print(next(x))
