# answer: the limit of 100000000 operations was reached
from collections import deque
d = deque()
d.append(d)
while True:
    d.extend(d)
