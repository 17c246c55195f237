# answer: an integer became too large to go on with
m = (1 << 200_000) - 1
print(pow(3, m, m))
