# answer: Never exits
a, b = 'x' * 3_900_000 + 'a', 'x' * 3_900_000 + 'b'
while True:
    a < b
