# answer: an integer became too large to go on with
print(1 << 10**12)
