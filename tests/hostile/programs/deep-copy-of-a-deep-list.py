# answer: RecursionError: maximum recursion depth exceeded
import copy
x = []
for _ in range(200_000):
    x = [x]
copy.deepcopy(x)
