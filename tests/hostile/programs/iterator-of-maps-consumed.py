# answer: RecursionError: maximum recursion depth exceeded
x = iter(range(10))
for _ in range(200_000):
    x = map(int, x)
print(next(x))
