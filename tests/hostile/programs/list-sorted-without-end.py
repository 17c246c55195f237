# answer: the limit of 150000000 operations was reached
x = list(range(1_000_000))
while True:
    x.sort(key=lambda n: -n)
