# answer: the limit of 100,000,000 operations was reached
n = int('f' * 3_900_000, 16)
while True:
    n = n ^ (n >> 1)
