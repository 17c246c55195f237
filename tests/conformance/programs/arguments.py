def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2, 3], **{"c": 7, "z": 8}))


def g(a, /, b, *, c):
    return a + b + c


print(g(1, 2, c=3), g(1, b=2, c=3))


def tell(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


tell(lambda: f())
tell(lambda: f(1))
tell(lambda: g(1, 2))
tell(lambda: g(1, 2, 3))
tell(lambda: g(a=1, b=2, c=3))
tell(lambda: f(1, c=1, a=2))
tell(lambda: g(1, 2, c=3, d=4))
tell(lambda: (lambda x: x)())
tell(lambda: (1).real())


def annotated(n: int, text: str = "a") -> str:
    """Doc."""
    count: int = n
    return text * count


print(annotated(3), annotated.__doc__, annotated.__name__)
