# answer: the limit of 100000000 operations was reached
n = int('f' * 3_900_000, 16)
while True:
    n = n ^ (n >> 1)
