import threading
import random
import time
import string
from collections import Counter
N = 4
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def random(cls, n, rng): return cls([[rng.randint(0, 9) for _ in range(n)] for _ in range(n)])
    def __matmul__(self, other):
        n = len(self.rows); out = [[0] * n for _ in range(n)]
        def row(i):
            for j in range(n): out[i][j] = sum(a * b for a, b in zip(self.rows[i], (r[j] for r in other.rows)))
        ts = [threading.Thread(target=row, args=(i,)) for i in range(n)]
        for t in ts: t.start()
        for t in ts: t.join()
        return Matrix(out)
    def __eq__(self, o): return self.rows == o.rows
    def __str__(self): return "\n".join(" ".join(f"{v:4d}" for v in r) for r in self.rows)
    @property
    def T(self): return Matrix(zip(*self.rows))
rng = random.Random(2024)
a, b = Matrix.random(N, rng), Matrix.random(N, rng)
print(a @ b, sep="\n"); print((a @ b).T == b.T @ a.T)
def sort(xs, depth=0):
    if len(xs) <= 1: return xs
    mid = len(xs) // 2; halves = [xs[:mid], xs[mid:]]
    if depth < 2:
        def run(i): halves[i] = sort(halves[i], depth + 1)
        ts = [threading.Thread(target=run, args=(i,)) for i in (0, 1)]
        [t.start() for t in ts]; [t.join() for t in ts]
    else: halves = [sort(h, depth + 1) for h in halves]
    l, r = halves; out = []
    while l and r: out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r
data = [rng.randrange(100) for _ in range(12)]
print(sort(data[:]) == sorted(data), Counter(x // 25 for x in data))
