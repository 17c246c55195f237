# answer: the limit of 150000000 operations was reached
from collections import deque
d = deque()
d.append(d)
while True:
    d.extend(d)
