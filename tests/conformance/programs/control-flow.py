for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
        continue
    print(f"({n})", end=" ")
print()
i = 0
while i < 5:
    i += 1
    if i == 2:
        continue
    if i == 4:
        break
    print(i)
else:
    print("not reached")
while False:
    pass
else:
    print("else of while")


def classify(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10 and n % 2 == 0:
        return "small even"
    return "other"


print([classify(n) for n in (-1, 0, 4, 7, 12)])


def search(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            return index


print(search("abc", "c"), search("abc", "z"))
x = y = 3
x += 1; y -= 1; x *= 2; y **= 3; x //= 3; x %= 2; y <<= 1; y |= 1
print(x, y)
del x
try:
    print(x)
except NameError:
    print("x is gone")
