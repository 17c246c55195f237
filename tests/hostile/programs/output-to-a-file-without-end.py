# answer: the limit of 16 MB written to files was reached
with open('big.txt', 'w') as file:
    while True:
        file.write('x' * 100_000)
