import warnings
n = 0
while True:
    warnings.warn(f'again {n}')
    n += 1
