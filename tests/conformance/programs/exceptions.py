def attempt(action):
    try:
        result = action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, "-", error)
    except LookupError as error:
        print("lookup:", repr(error))
    except Exception as error:
        print("other:", type(error).__name__, error)
    else:
        print("fine:", result)
    finally:
        print("--")


attempt(lambda: int("12a"))
attempt(lambda: [1, 2][5])
attempt(lambda: {"a": 1}["b"])
attempt(lambda: 1 / 0)
attempt(lambda: 5 % 0)
attempt(lambda: "a" + 1)
attempt(lambda: 1 + "a")
attempt(lambda: None.x)
attempt(lambda: len(5))
attempt(lambda: float("x"))
attempt(lambda: "abc".index("z"))
attempt(lambda: (1, 2) < (1, "a"))
attempt(lambda: 42)


def nested():
    try:
        return "try"
    finally:
        print("finally before return")


def override():
    for i in range(3):
        try:
            continue
        finally:
            print("f", i)
    return "end"


print(nested(), override())
try:
    try:
        raise ValueError("inner")
    finally:
        print("cleanup")
except ValueError as e:
    print("outer", e, e.args)
try:
    raise
except RuntimeError as e:
    print(e)
