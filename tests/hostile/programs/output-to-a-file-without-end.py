with open('big.txt', 'w') as file:
    while True:
        file.write('x' * 100_000)
