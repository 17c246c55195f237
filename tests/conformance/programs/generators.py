def count(n):
    while n > 0:
        received = yield n
        if received:
            print("got", received)
        n -= 1
    return "done"


g = count(3)
print(next(g), g.send("hi"), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)


def both():
    result = yield from count(2)
    print("inner returned", result)
    yield from "ab"


print(list(both()))


def cleanup():
    try:
        yield 1
        yield 2
    except ValueError as error:
        print("caught", error)
        yield 3
    finally:
        print("closed")


c = cleanup()
print(next(c))
print(c.throw(ValueError("thrown")))
c.close()
c = cleanup()
next(c)
c.close()
print(sum(x * x for x in range(5)), max((len(w), w) for w in ["aa", "b"]))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for i, n in enumerate(fib()):
    if i >= 10:
        break
    print(n, end=" ")
print()
