class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(5), [*Countdown(2)])
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "empty"))
try:
    next(iter(()))
except StopIteration:
    print("stop")
pairs = iter({"a": 1}.items())
print(next(pairs))
lines = iter(["x", "y", "stop", "z"])
print(list(iter(lambda: next(lines), "stop")))
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a, b, c)
try:
    for x in 5:
        pass
except TypeError as error:
    print(error)
r = range(10)[2:8:3]
print(r, len(r), list(r), 5 in r, r[-1], range(3) == range(0, 3, 1))
