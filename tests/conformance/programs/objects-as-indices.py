"""Objects that stand for numbers and bytes: __index__ in slices, repetition and ranges, __bytes__, __hash__ after __eq__."""
import threading


class Slot:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number

    def __bytes__(self):
        return b"slot %d" % self.number


class Shelf(list):
    def __getitem__(self, key):
        return "<%s>" % (super().__getitem__(key),)


letters = list("abcdef")
one, four = Slot(1), Slot(4)
print(letters[one], letters[one:four], letters[:four:Slot(2)], "abcdef"[one:four], (1, 2, 3)[one:], b"abc"[one:])
letters[one] = "B"
letters[Slot(2):four] = ["X"]
del letters[Slot(0)]
print(letters, range(10)[one:four], Shelf("xyz")[one:], Shelf("xyz")[one])
print([0] * Slot(3), Slot(2) * "ab", (1,) * one, b"-" * four, bytes(one), bytearray(Slot(2)), bytes(Slot(7)))
print(hex(four), list(range(one, four)))


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x


class Wrong:
    def __index__(self):
        return "one"

    def __bytes__(self):
        return "text"


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)


attempts = [
    ("hash", lambda: hash(Point(1))),
    ("set", lambda: {Point(1)}),
    ("index", lambda: letters[Wrong()]),
    ("slice", lambda: letters[Wrong():]),
    ("bytes", lambda: bytes(Wrong())),
    ("text", lambda: letters["a":]),
    ("repeat", lambda: letters * "a"),
]
for each in attempts:
    worker = threading.Thread(target=attempt, args=each)
    worker.start()
    worker.join()
print(Point.__hash__, Point(1) in [Point(1)])
