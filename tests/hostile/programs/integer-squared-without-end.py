# answer: an integer became too large to go on with
n = 3
while True:
    n *= n
