# answer: RecursionError: maximum recursion depth exceeded
def f():
    try:
        raise ValueError
    except ValueError:
        f()
f()
