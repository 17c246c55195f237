# answer: RecursionError: maximum recursion depth exceeded
x = ()
for _ in range(1_000_000):
    x = (x,)
print(hash(x))
