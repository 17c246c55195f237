# answer: the limit of 256 MB of memory was reached
print(len('x'.zfill(10**9)))
