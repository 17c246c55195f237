# answer: the limit of 256 MB of memory was reached
c = object
for n in range(20_000):
    c = type('C', (c,), {})
print(len(c.__mro__))
