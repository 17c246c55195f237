# answer: the limit of 4000000 characters or items in one object was reached
a = [[]]
while True:
    a *= 1000
