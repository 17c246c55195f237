kept = [type(f'C{n}', (), {}) for n in range(3_000)]
print(len(type('All', tuple(kept), {}).__mro__))
