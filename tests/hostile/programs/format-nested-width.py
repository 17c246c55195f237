# answer: the limit of 256 MB of memory was reached
width = 10**9
print(f'{1:>{width}}')
