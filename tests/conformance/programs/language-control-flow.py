"""Branches and loops, and all ways out of them."""


def classify(number):
    if number == 0:
        return "zero"
    elif number == 1:
        return "one"
    elif number == 2:
        pass
    else:
        return "many"


print([classify(number) for number in range(4)])

for number in range(10):
    if number % 2:
        continue
    if number > 6:
        break
    print(number, end=" ")
else:
    print("never printed")
print("left at", number)

for number in range(2):
    print(number)
else:
    print("the loop ran to its end")

count = 0
while count < 3:
    count += 1
else:
    print("count is", count)

while True:
    count += 1
    if count > 10:
        break
print(count)

for row in [[1, 2], [3], []]:
    for cell in row:
        if cell == 2:
            break
    else:
        print("no two in", row)
        continue
    print("a two in", row)


def chained(a, b, c):
    return a < b < c, a < b > c, a == b != c, not (a < b <= c)


print(chained(1, 2, 3), chained(3, 2, 1), chained(1, 1, 2))


def noisy(value):
    print("evaluates", value)
    return value


print(noisy(1) < noisy(0) < noisy(5))
print(noisy(0) or noisy("") or noisy("last"))
print(noisy(1) and noisy(2))
if noisy(1) < noisy(2) < noisy(3) and not noisy(0):
    print("all of it holds")
if (noisy(0) and noisy(1)) or noisy(2):
    print("the second half holds")
print("small" if count < 5 else "middle" if count < 50 else "large")
