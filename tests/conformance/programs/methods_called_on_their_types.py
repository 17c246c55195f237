"""Methods of built-in types called on the type, with something that is of another type."""
calls = [
    lambda: dict.get([], 1), lambda: list.append((), 1), lambda: str.upper(3), lambda: set.add(frozenset(), 1),
    lambda: int.__add__("a", 1), lambda: list.__len__({}), lambda: dict.__getitem__([], 0), lambda: str.__contains__(1, "a"),
    lambda: bytes.hex("a"), lambda: tuple.index([1], 1), lambda: float.is_integer(1), lambda: dict.items(None),
    lambda: int.__add__(), lambda: list.append(), lambda: list.sort(3), lambda: set.__contains__([], 1),
]
for call in calls:
    try:
        print(call())
    except TypeError as error:
        print(error)


class Counting(dict):
    pass


print(dict.get(Counting(a=1), "a"), int.__add__(True, 2), str.upper("x"))
print(dict.__getitem__, list.__getitem__, list.__len__, set.__contains__, int.__round__, object.__init__)
