from collections import Counter
print(sum(1 for _ in Counter(a=10**12).elements()))
