"""Generators: values out, values in, and the way they end."""


def count(limit):
    number = 0
    while number < limit:
        got = yield number
        print("got", got)
        number += 1 if got is None else got
    return "done"


numbers = count(3)
print(next(numbers), numbers.send(None), numbers.send(1))
try:
    next(numbers)
except StopIteration as end:
    print("ends with", end.value)


def delegate():
    result = yield from count(2)
    print("result", result)
    yield from [10, 20]
    yield from (letter for letter in "ab")


print(list(delegate()))


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned up")


for value in cleanup():
    print(value)
    break
once = cleanup()
next(once)
once.close()
thrown = cleanup()
next(thrown)
try:
    thrown.throw(ValueError("thrown in"))
except ValueError as error:
    print(error)

squares = (n * n for n in range(4) if n % 2)
print(next(squares), list(squares), list(squares))
print(sum(n for n in range(5)), max(len(word) for word in ["a", "bcd"]))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


first = []
for number in fibonacci():
    if number > 20:
        break
    first.append(number)
print(first)


def stops_early():
    yield 1
    raise StopIteration


try:
    list(stops_early())
except RuntimeError as error:
    print(error)


def lambda_inside():
    value = 1
    yield lambda: value
    value = 2
    yield


generator = lambda_inside()
show = next(generator)
print(show())
next(generator)
print(show())
