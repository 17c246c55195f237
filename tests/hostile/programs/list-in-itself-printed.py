# answer: Exits at
x = []
for _ in range(1_000):
    x.append(x)
print(x)
