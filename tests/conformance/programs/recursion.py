def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(500))


def hanoi(n, a, b, c):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)


print(len(hanoi(6, "A", "B", "C")), hanoi(2, "A", "B", "C"))


def endless():
    return endless()


try:
    endless()
except RecursionError as error:
    print(type(error).__name__, str(error).startswith("maximum recursion depth exceeded"))
