print(len('x' * 10**12))
