x, y = [], []
for _ in range(300_000):
    x, y = [x], [y]
print(x == y)
