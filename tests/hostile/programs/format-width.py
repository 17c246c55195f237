# answer: the limit of 256 MB of memory was reached
print(f'{1:>10000000000}')
