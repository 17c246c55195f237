# answer: an integer became too large to go on with
print(pow(12345678901234567890, 10**8) % 7)
