# answer: the limit of 256 MB of memory was reached
s = 'a ' * 1_900_000
while True:
    s.split()
