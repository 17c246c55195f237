# answer: the limit of 256 MB of memory was reached
print('%*d' % (10**10, 1))
