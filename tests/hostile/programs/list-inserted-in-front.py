# answer: the limit of 100,000,000 operations was reached
x = list(range(1_000_000))
while True:
    x.insert(0, 1)
