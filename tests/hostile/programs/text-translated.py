# answer: the limit of 256 MB of memory was reached
s = 'x' * 2_000_000
print(len(s.translate({ord('x'): s})))
