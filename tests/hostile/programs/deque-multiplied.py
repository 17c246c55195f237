from collections import deque
print(len(deque([1]) * 10**10))
