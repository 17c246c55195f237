# answer: RecursionError: maximum recursion depth exceeded
def g(n):
    yield from g(n + 1)
next(g(0))
