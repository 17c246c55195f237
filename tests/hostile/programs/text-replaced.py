s = 'x' * 2_000_000
print(len(s.replace('', s)))
