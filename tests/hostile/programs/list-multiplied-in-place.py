a = [[]]
while True:
    a *= 1000
