# answer: the limit of 256 MB of memory was reached
print('%999999999d' % 1)
