width = 10**9
print(f'{1:>{width}}')
