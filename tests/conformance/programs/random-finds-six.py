"""What generated programs found: names that are no text, methods as they stand on their classes, None as an argument."""


def show(work):
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


def assign(key, value):
    box = [0, 1, 2]
    box[key] = value
    return box


show(lambda: getattr(1, 1))
show(lambda: getattr([], [], None))
show(lambda: hasattr(1, None))
show(lambda: setattr(show, 1, 1))
show(lambda: delattr(show, 1))
show(lambda: issubclass(0, ()))
show(lambda: issubclass(0, int))
show(lambda: [str.upper, list.append, dict.get, int.__add__, object.__init__])
show(lambda: "".replace("a", None))
show(lambda: "".replace(None, "a"))
show(lambda: "".count(None))
show(lambda: "".find(2))
show(lambda: "a".encode(errors=None))
show(lambda: str.maketrans("a", None))
show(lambda: str.maketrans("a", "b", None))
show(lambda: bytes.fromhex(None))
show(lambda: assign(slice(1, 2), True))
show(lambda: assign(slice(0, 2, 1), 1))
show(lambda: assign(slice(0, 2, 2), 1))
