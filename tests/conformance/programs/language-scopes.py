"""Which variable a name means."""

x = "global"


def outer():
    x = "outer"

    def middle():
        nonlocal x
        x += " changed"

        def inner():
            return x

        return inner

    return middle()(), x


print(outer(), x)


def sets_globals():
    global x, made_here
    x = "changed"
    made_here = True


sets_globals()
print(x, made_here)


def counter():
    total = 0

    def add(amount=1):
        nonlocal total
        total += amount
        return total

    return add


add = counter()
add()
print(add(5), counter()())

print([f() for f in [lambda: n for n in range(3)]])
print([f() for f in [lambda n=n: n for n in range(3)]])


def walrus(values):
    odd = [last := value for value in values if (half := value // 2) * 2 != value]
    return odd, last, half


print(walrus([1, 2, 3, 4]))
if (length := len("abc")) > 2:
    print(length)


class Body:
    size = 3
    row = [n for n in range(size)]
    size_doubled = size * 2

    def method(self, size=size):
        return size

    __private = "hidden"

    def reveal(self):
        return self.__private


print(Body.row, Body.size_doubled, Body().method(), Body().reveal(), Body._Body__private)


def class_in_function():
    value = "function"

    class Inner:
        seen = value
        value = "class"
        own = value

        def method(self):
            return value

    return Inner.seen if hasattr(Inner, "seen") else None, Inner.own, Inner().method()


try:
    print(class_in_function())
except NameError as error:
    print(error)


def class_reads_function():
    value = "function"

    class Inner:
        seen = value

        def method(self):
            nonlocal value
            value += " changed"
            return value

    return Inner.seen, Inner().method(), value


print(class_reads_function())


def unbound():
    try:
        print(later)
    except UnboundLocalError as error:
        print(error)
    later = 1


unbound()


def deleted():
    value = 1

    def reads():
        return value

    del value
    try:
        reads()
    except NameError as error:
        print(error)


deleted()
try:
    missing
except NameError as error:
    print(error)


def captured_parameter(self, *rest, key=None, **more):
    def inner():
        return self, rest, key, more

    self += 1
    return inner()


print(captured_parameter(1, 2, 3, key=4, other=5))
print(sorted({k: v for k, v in zip("ab", (1, 2))}.items()), sorted({c for c in "aab"}))
print([[i * j for j in range(i)] for i in range(4)], [y for x in [[1], [2, 3]] for y in x if y != 2])
print(outer.__name__, counter().__qualname__, Body.method.__qualname__, (lambda: 0).__name__)
