# answer: the limit of 4000000 characters or items in one object was reached
print(len((1, 2) * 10**11))
