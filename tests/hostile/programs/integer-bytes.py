# answer: the limit of 256 MB of memory was reached
print(len((1).to_bytes(10**12, 'big')))
