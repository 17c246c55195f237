class Box:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)


for value in (0, 1, "", "0", [], [0], {}, None, 0.0, ..., Box([]), Box([1]), float("nan")):
    print("T" if value else "F", end=" ")
print()
print(None or "default", 0 and 1, "" or [] or "end", not None, 1 and 2 and 3)
print(None == 0, None is None, type(None).__name__, bool([]) is False, True == 1)
print([] is not [], "a" != "b", 3 not in [1, 2], not (1 > 2 or 2 > 3))
print(isinstance(True, int), True + 1, sum([True, False, True]), int("7") == 7.0, "%s" % None)
x = None
print("none" if x is None else x, x if x else "falsy")
