# answer: the limit of 1,000,000 entries in one dict or set was reached
d = {}
n = 0
while True:
    d[n] = n
    n += 1
