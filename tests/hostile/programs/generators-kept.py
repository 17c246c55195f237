def g():
    while True:
        yield
kept = []
while True:
    it = g()
    next(it)
    kept.append(it)
