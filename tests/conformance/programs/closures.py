def outer(x):
    y = x + 1

    def inner(z=y):
        nonlocal y
        y += z
        return x, y, z

    return inner


f = outer(1)
print(f(), f(10), outer(5)())

total = 0


def add(n):
    global total
    total += n
    return total


print([add(n) for n in range(4)], total)


def bad():
    print(total_later)
    total_later = 1


try:
    bad()
except UnboundLocalError as error:
    print(type(error).__name__)
try:
    nowhere
except NameError as error:
    print(error)


def grow(item, box=[]):
    box.append(item)
    return box


print(grow(1), grow(2), grow(3, []))
adders = [lambda x, n=n: x + n for n in range(3)]
print([g(10) for g in adders])
