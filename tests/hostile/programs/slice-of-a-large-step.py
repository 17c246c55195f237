# answer: Never exits
x = list(range(3_000_000))
while True:
    x[::-1]
