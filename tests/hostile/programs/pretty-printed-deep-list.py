# answer: RecursionError: maximum recursion depth exceeded
import pprint
x = []
for _ in range(100_000):
    x = [x]
pprint.pprint(x)
