# answer: the limit of 16 MB written to files was reached
n = 0
while True:
    with open(f'file-{n}.txt', 'w') as file:
        file.write('x')
    n += 1
