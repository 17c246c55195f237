# answer: the limit of 256 MB of memory was reached
print(len('x'.ljust(10**12)))
