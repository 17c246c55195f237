# answer: the limit of 100,000,000 operations was reached
from collections import deque
d = deque()
d.append(d)
while True:
    d.extend(d)
