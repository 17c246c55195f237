from collections import deque
d = deque()
while True:
    d.extend(range(100_000))
