# answer: the limit of 100,000,000 operations was reached
from collections import Counter
print(sum(1 for _ in Counter(a=10**12).elements()))
