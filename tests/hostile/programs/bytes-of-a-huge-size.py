# answer: the limit of 4000000 characters or items in one object was reached
print(len(bytes(10**12)))
