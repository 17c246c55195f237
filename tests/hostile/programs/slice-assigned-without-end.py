# answer: the limit of 4,000,000 characters or items in one object was reached
x = [1]
while True:
    x[:] = x + x
