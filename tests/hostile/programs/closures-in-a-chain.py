# answer: the limit of 256 MB of memory was reached
def make(f):
    def g(n):
        return f(n) + 1
    return g
f = int
while True:
    f = make(f)
