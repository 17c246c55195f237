# answer: RecursionError: maximum recursion depth exceeded
x = [3, 2, 1]
def key(n):
    x.append(n)
    return sorted(x, key=key)
x.sort(key=key)
