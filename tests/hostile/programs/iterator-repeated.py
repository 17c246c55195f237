# answer: the limit of 4,000,000 characters or items in one object was reached
import itertools
print(len(tuple(itertools.repeat(0, 10**12))))
