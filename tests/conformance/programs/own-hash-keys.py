"""Keys with their own `__hash__` and `__eq__` in dicts and sets."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __hash__(self):
        return hash((self.x, self.y))

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return "Point(%d, %d)" % (self.x, self.y)


class Collides:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Collides) and self.name == other.name

    def __repr__(self):
        return self.name


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


names = {Point(0, 0): "origin", Point(1, 0): "right"}
show(lambda: names)
show(lambda: names[Point(1, 0)])
show(lambda: names[Point(5, 5)])
show(lambda: names.get(Point(0, 0)))
show(lambda: names.get(Point(9, 9), "nothing"))
show(lambda: Point(0, 0) in names)
show(lambda: Point(9, 0) in names)
names[Point(1, 0)] = "east"
names[Point(0, 1)] = "north"
show(lambda: names)
show(lambda: names.pop(Point(0, 1)))
show(lambda: names.pop(Point(0, 1), None))
show(lambda: names.setdefault(Point(0, 0), "other"))
show(lambda: names.setdefault(Point(2, 2), "new"))
del names[Point(2, 2)]
show(lambda: names)
show(lambda: dict(names) == names)
show(lambda: names == {Point(1, 0): "east", Point(0, 0): "origin"})
show(lambda: names.copy())
show(lambda: {**names, "a": 1})
show(lambda: dict.fromkeys([Point(1, 1), Point(1, 1)], 0))
show(lambda: {Point(i, 0): i for i in range(3)})
seen = {Point(1, 1), Point(1, 1), Point(2, 2)}
show(lambda: len(seen))
seen.add(Point(1, 1))
seen.add(Point(3, 3))
show(lambda: len(seen))
show(lambda: Point(3, 3) in seen)
seen.remove(Point(3, 3))
seen.discard(Point(3, 3))
show(lambda: seen.remove(Point(3, 3)))
show(lambda: len(seen))
show(lambda: len(set([Point(1, 1), Point(1, 1)])))
show(lambda: frozenset([Point(1, 1)]))
show(lambda: {Point(i % 2, 0) for i in range(4)} == {Point(0, 0), Point(1, 0)})
show(lambda: len({Collides("a"), Collides("b"), Collides("a")}))
show(lambda: {Collides("a"): 1, Collides("b"): 2}[Collides("b")])
show(lambda: {(Point(1, 1), "x"): 5}[(Point(1, 1), "x")])
show(lambda: {1: "one", Point(1, 2): "p"}[1])
show(lambda: set(seen) == seen)
counts = {}
for point in [Point(0, 0), Point(1, 1), Point(0, 0)]:
    counts[point] = counts.get(point, 0) + 1
show(lambda: counts)


class NoHash:
    def __eq__(self, other):
        return True


show(lambda: {NoHash(): 1})
