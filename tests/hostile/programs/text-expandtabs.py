# answer: the limit of 256 MB of memory was reached
print(len(('\t' * 1000).expandtabs(10**9)))
