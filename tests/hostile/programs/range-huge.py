r = range(10**30)
print(len(list(r)))
