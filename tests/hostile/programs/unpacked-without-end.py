# answer: the limit of 4000000 characters or items in one object was reached
import itertools
a, *b = itertools.count()
