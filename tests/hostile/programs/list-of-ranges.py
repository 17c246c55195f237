# answer: Never exits
while True:
    list(range(3_900_000))
