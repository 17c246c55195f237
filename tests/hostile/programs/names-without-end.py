# answer: the limit of 200,000 names of attributes and variables was reached
n = 0
while True:
    globals()[f'name_{n}'] = n
    n += 1
