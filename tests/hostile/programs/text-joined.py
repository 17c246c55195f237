# answer: the limit of 256 MB of memory was reached
s = 'x' * 1_000_000
print(len(s.join(['y'] * 1_000_000)))
