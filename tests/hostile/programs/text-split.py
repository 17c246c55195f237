s = 'a ' * 1_900_000
while True:
    s.split()
