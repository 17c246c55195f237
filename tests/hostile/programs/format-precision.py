# answer: the limit of 256 MB of memory was reached
print(f'{1.5:.1000000000f}')
