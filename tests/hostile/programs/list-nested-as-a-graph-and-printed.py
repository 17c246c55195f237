x = []
for _ in range(60):
    x = [x, x]
print(x)
