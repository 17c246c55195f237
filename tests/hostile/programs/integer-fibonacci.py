# answer: the limit of 100,000,000 operations was reached
a, b = 0, 1
while True:
    a, b = b, a + b
