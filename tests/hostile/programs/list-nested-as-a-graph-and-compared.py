# answer: the limit of 100,000,000 operations was reached
x, y = [], []
for _ in range(100):
    x, y = [x, x], [y, y]
print(x == y)
