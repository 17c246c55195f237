# needs: 3.10
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def describe(thing):
    match thing:
        case 0 | 1:
            return "bit"
        case int() if thing > 100:
            return "big"
        case str("hi" | "hello"):
            return "greeting"
        case {"type": "move", "to": [x, y], **rest}:
            return f"move to {x},{y} {rest}"
        case []:
            return "empty"
        case [first]:
            return f"one: {first}"
        case [first, *others, last]:
            return f"{first}..{last} with {len(others)}"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y):
            return f"point {x} {y}"
        case None | True:
            return "singleton"
        case float() as number:
            return f"float {number}"
        case _:
            return "?"


for thing in (1, 500, 7, "hi", "other", {"type": "move", "to": [1, 2], "fast": True}, [], [5], [1, 2, 3, 4], (8, 9), Point(0, 0), Point(1, 2), None, True, 2.5):
    print(describe(thing))
