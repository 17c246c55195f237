# answer: the limit of 4,000,000 characters or items in one object was reached
kept = [type(f'C{n}', (), {}) for n in range(3_000)]
print(len(type('All', tuple(kept), {}).__mro__))
