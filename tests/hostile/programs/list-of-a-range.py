# answer: the limit of 4,000,000 characters or items in one object was reached
print(len(list(range(10**12))))
