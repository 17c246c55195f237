def logged(prefix):
    def decorate(f):
        def wrapper(*args, **kwargs):
            result = f(*args, **kwargs)
            print(f"{prefix}{f.__name__}{args} -> {result!r}")
            return result

        return wrapper

    return decorate


def twice(f):
    return lambda *a: (f(*a), f(*a))


@twice
@logged("> ")
def add(a, b):
    return a + b


print(add(1, 2))


def register(cls):
    cls.registered = True
    return cls


@register
class Plugin:
    pass


print(Plugin.registered, Plugin().registered)


class CountCalls:
    def __init__(self, f):
        self.f = f
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.f(*args)


@CountCalls
def noop(x):
    return x


noop(1), noop(2)
print(noop.calls)
