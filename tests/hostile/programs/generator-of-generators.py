# answer: RecursionError: maximum recursion depth exceeded
g = (x for x in [1])
for _ in range(100_000):
    g = (x for x in g)
print(next(g))
