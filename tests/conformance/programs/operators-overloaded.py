class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return self.length2() < other.length2()

    def length2(self):
        return self.x ** 2 + self.y ** 2

    def __bool__(self):
        return bool(self.x or self.y)

    def __repr__(self):
        return f"<{self.x}, {self.y}>"

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __call__(self, f):
        return Vector(f(self.x), f(self.y))

    def __iter__(self):
        yield self.x
        yield self.y


a, b = Vector(1, 2), Vector(3, -4)
print(a + b, 2 * a, b * 3, -a, a == Vector(1, 2), a != b, a < b, bool(Vector(0, 0)))
print(sorted([b, a]), max(a, b), a[1], len(a), 3 in b, list(b), b(abs))
c = a
c += b
print(a, c is a, {a: "x"}[Vector(4, -2)])
x, y = b
print(x, y, sum(b))
