"""A matrix with every operator."""

# matrix
class Matrix:
    __slots__ = ('rows', 'n', 'm')
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        self.n, self.m = len(rows), len(rows[0])
    def __matmul__(self, o):
        return Matrix([[sum(a*b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __add__(self, o): return Matrix([[a+b for a,b in zip(x,y)] for x,y in zip(self.rows,o.rows)])
    def __mul__(self, k): return Matrix([[a*k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __iter__(self): return iter(self.rows)
    def __len__(self): return self.n
    def __eq__(self, o): return self.rows == o.rows
    def __str__(self): return "\n".join(" ".join(f"{v:>4}" for v in r) for r in self.rows)
    def __bool__(self): return any(any(r) for r in self.rows)
    def __contains__(self, v): return any(v in r for r in self.rows)
    def __pow__(self, k, mod=None):
        r = self
        for _ in range(k-1): r = r @ self
        return r
    @property
    def T(self): return Matrix(list(zip(*self.rows)))
    def __iadd__(self, o):
        for i in range(self.n):
            for j in range(self.m): self.rows[i][j] += o.rows[i][j]
        return self
m = Matrix([[1,2],[3,4]])
print(m @ m); print(2*m); print(-m); print(m[0,1], 4 in m, bool(m), len(m), list(m))
print(m ** 3); print(m.T); m += m; print(m)
m[0, 0] = 100; print(m.rows)
try: m.zzz = 1
except AttributeError as e: print(e)
print(m.__slots__, hasattr(m, '__dict__'))
import operator
print(operator.itemgetter(1)([1,2]), operator.attrgetter('n')(m))
print(*[row for row in m], sep=" | ", end="!\n")
print(divmod(-7, 3), -7 // 3, -7 % 3, 7.5 // 2, 2**-1, 10**20, 1e16, 1e-5, 0.1+0.2, 1/3, float('inf'), -0.0)
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), abs(-3), pow(2, 10, 1000), int(3.9), int("ff", 16), bin(10), hex(255), oct(8))
