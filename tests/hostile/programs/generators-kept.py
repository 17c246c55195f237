# answer: the limit of 256 MB of memory was reached
def g():
    while True:
        yield
kept = []
while True:
    it = g()
    next(it)
    kept.append(it)
