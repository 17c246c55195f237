# answer: the limit of 256 MB of memory was reached
import heapq
h = []
n = 0
while True:
    heapq.heappush(h, (n * 7919 % 1_000_003, 'x' * 100))
    n += 1
