# answer: RecursionError: maximum recursion depth exceeded
def wrap(f):
    return lambda: f()
f = lambda: 1
for _ in range(100_000):
    f = wrap(f)
f()
