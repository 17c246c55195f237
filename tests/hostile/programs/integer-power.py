# answer: an integer became too large to go on with
print(len(str(9 ** 9 ** 9)))
