# answer: the limit of 200,000 names of attributes and variables was reached
def f(**kwargs):
    return len(kwargs)
d = {f'k{n}': n for n in range(500_000)}
while True:
    f(**d)
