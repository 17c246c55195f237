# answer: the limit of 4,000,000 characters or items in one object was reached
a = [[]]
while True:
    a *= 1000
