# answer: Never exits
a = set(range(900_000))
while True:
    a | {-1}
