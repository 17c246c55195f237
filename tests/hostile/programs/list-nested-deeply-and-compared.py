# answer: comparing containers nested more than 200 deep
x, y = [], []
for _ in range(300_000):
    x, y = [x], [y]
print(x == y)
