# answer: the limit of 100,000,000 operations was reached
def f(*args, **kwargs):
    return len(args)
x = list(range(3_000_000))
while True:
    f(*x)
