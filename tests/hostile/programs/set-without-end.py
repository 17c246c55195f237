# answer: the limit of 1,000,000 entries in one dict or set was reached
s = set()
n = 0
while True:
    s.add(n)
    n += 1
