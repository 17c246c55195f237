# answer: the limit of 4,000,000 characters or items in one object was reached
x = []
for _ in range(60):
    x = [x, x]
print(x)
