# answer: the limit of 4,000,000 characters or items in one object was reached
from collections import deque
print(len(deque([1]) * 10**10))
