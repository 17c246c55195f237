# answer: the limit of 3906 KB of output was reached
import warnings
n = 0
while True:
    warnings.warn(f'again {n}')
    n += 1
