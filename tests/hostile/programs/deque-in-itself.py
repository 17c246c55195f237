from collections import deque
d = deque()
d.append(d)
while True:
    d.extend(d)
