# answer: the limit of 4000000 characters or items in one object was reached
print(len('x' * 10**12))
