s = 'x' * 2_000_000
print(len(s.translate({ord('x'): s})))
