# answer: a range beyond 64 bits is not supported here
r = range(10**30)
print(len(list(r)))
