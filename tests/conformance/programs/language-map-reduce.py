"""Map and reduce with threads, sorting, primes."""

import threading
from functools import partial, reduce
def mapreduce(data, mapper, reducer, n=3):
    chunks = [data[i::n] for i in range(n)]
    out = [None] * n
    def work(i):
        out[i] = reduce(reducer, map(mapper, chunks[i]))
    ts = [threading.Thread(target=partial(work, i)) for i in range(n)]
    for t in ts: t.start()
    for t in ts: t.join()
    return reduce(reducer, out)
print(mapreduce(list(range(1, 11)), lambda x: x ** 2, lambda a, b: a + b))
words = "it was the best of times it was the worst of times".split()
def merge(a, b):
    r = dict(a)
    for k, v in b.items(): r[k] = r.get(k, 0) + v
    return r
c = mapreduce(words, lambda w: {w: 1}, merge)
for k in sorted(c, key=lambda k: (-c[k], k)): print(f"{k:>6}: {'#' * c[k]}")
def quicksort(a):
    if len(a) <= 1: return a
    p, *rest = a
    res = {}
    def side(name, items): res[name] = quicksort(items)
    ts = [threading.Thread(target=side, args=("l", [x for x in rest if x < p])), threading.Thread(target=side, args=("r", [x for x in rest if x >= p]))]
    [t.start() for t in ts]; [t.join() for t in ts]
    return res["l"] + [p] + res["r"]
print(quicksort([3, 6, 1, 8, 2, 9, 2]))
A = [[1, 2], [3, 4]]; B = [[5, 6], [7, 8]]; C = [[0] * 2 for _ in range(2)]
def cell(i, j): C[i][j] = sum(A[i][k] * B[k][j] for k in range(2))
ts = [threading.Thread(target=cell, args=(i, j)) for i in range(2) for j in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(C); print(*C, sep="\n")
def is_prime(n): return n > 1 and all(n % d for d in range(2, int(n ** .5) + 1))
res = {}
def primes(lo, hi): res[lo] = [n for n in range(lo, hi) if is_prime(n)]
ts = []
for lo in range(0, 40, 10):
    ts += [threading.Thread(target=primes, kwargs=dict(lo=lo, hi=lo + 10))]
    ts[-1].start()
any(t.join() for t in ts)
print([p for lo in sorted(res) for p in res[lo]])
