# answer: the limit of 100,000,000 operations was reached
x = ()
for _ in range(80):
    x = (x, x)
print(hash(x))
