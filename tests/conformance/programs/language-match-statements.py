"""match: every kind of pattern."""
# needs: 3.10


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Names:
    RED = "red"


def kind(value):
    match value:
        case 0:
            return "zero"
        case -1 | 1.5:
            return "minus one or one and a half"
        case None:
            return "none"
        case True:
            return "true"
        case "a" | "b" as letter:
            return "letter", letter
        case Names.RED:
            return "red"
        case []:
            return "empty"
        case [x]:
            return "one", x
        case [1, x, *rest]:
            return "begins with 1", x, rest
        case [2, *_, last]:
            return "begins with 2", last
        case (3, [a, b], *_) | (4, *_, [b, a]):
            return "nested", a, b
        case [x, y] if x == y:
            return "the same", x
        case [Point(x=a), *_, Point(b, c)]:
            return "points", a, b, c
        case [_, _, *_] as whole:
            return "long", whole
        case {"k": 1}:
            return "k is 1"
        case {"k": [x, y], **rest}:
            return "k is a pair", x, y, rest
        case {"q": {"w": (int() | str()) as deep}}:
            return "deep", deep
        case {**rest} if rest:
            return "rest", rest
        case {}:
            return "mapping"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=height):
            return "on the axis", height
        case Point(first, y=Point(a, b) as inner):
            return "point in point", first, a, b, inner
        case Point() as point if point.x > 100:
            return "far", point
        case Point(x, y):
            return "point", x, y
        case int(i) if i > 10:
            return "big", i
        case int() | float():
            return "number"
        case str(text):
            return "text", text
        case _:
            return "other"


values = [0, -1, 1.5, None, True, "a", "red", [], [5], [1, 2], [1, 2, 3, 4], [2, 9], [2, 3, 4], (3, [5, 6], 7)]
values += [(4, 1, [5, 6]), [7, 7], [7, 8], [Point(1, 2), 0, Point(3, 4)], {"k": 1}, {"k": [1, 2], "z": 3}]
values += [{"k": [1]}, {"q": {"w": 5}}, {"q": {"w": 1.5}}, {}, Point(0, 0), Point(0, 5), Point(1, Point(2, 3))]
values += [Point(200, 1), Point(1, 2), 11, 5, 2.5, "text", {1}]
for value in values:
    print(value, "->", kind(value))


def captures(value):
    match value:
        case (a, b, c) | [[a, c], b]:
            pass
        case {"x": a, "y": b, "z": c} | {"y": c, "z": [b, a]}:
            pass
        case [[a, [b, [c]]], *d, e]:
            return a, b, c, d, e
        case ([a, b] as c, (1 | 2) as d):
            return a, b, c, d
        case x:
            return "anything", x
    return a, b, c


for value in [(1, 2, 3), [[1, 2], 3], {"x": 1, "y": 2, "z": 3}, {"y": 1, "z": [2, 3]}, [[1, [2, [3]]], 4, 5, 6], 9]:
    print(captures(value))


def in_a_loop():
    for value in [1, 2, 3, 4]:
        match value:
            case 1:
                continue
            case 3 if value < 0:
                pass
            case 4:
                break
            case 2 | 3:
                print("two or three", value)
    return value


print(in_a_loop())
match = 5
case = 6
match match:
    case 5 if case == 7:
        print("never printed")
    case _:
        print("match and case are ordinary names too")
