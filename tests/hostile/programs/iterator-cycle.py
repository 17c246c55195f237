# answer: Never exits
import itertools
print(max(itertools.cycle([1, 2])))
