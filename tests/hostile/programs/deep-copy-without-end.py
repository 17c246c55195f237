# answer: the limit of 100,000,000 operations was reached
import copy
x = [[0] * 1000 for _ in range(1000)]
kept = []
while True:
    kept.append(copy.deepcopy(x))
