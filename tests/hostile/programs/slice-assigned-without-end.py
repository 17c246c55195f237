# answer: the limit of 4000000 characters or items in one object was reached
x = [1]
while True:
    x[:] = x + x
