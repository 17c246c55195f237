# answer: the limit of 256 MB of memory was reached
print('{:999999999}'.format(1))
