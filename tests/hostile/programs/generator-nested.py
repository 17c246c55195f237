# answer: Never exits
def g(n):
    if n:
        yield from g(n - 1)
    yield n
print(sum(g(900)))
while True:
    sum(g(900))
