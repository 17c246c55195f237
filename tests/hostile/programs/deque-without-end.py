# answer: the limit of 4,000,000 characters or items in one object was reached
from collections import deque
d = deque()
while True:
    d.extend(range(100_000))
