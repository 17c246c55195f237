"""try, except, else and finally, in all their orders."""


def ways(choice):
    try:
        print("try", choice)
        if choice == "return":
            return "from try"
        if choice == "value":
            raise ValueError("a value")
        if choice == "key":
            raise KeyError("a key")
    except ValueError as error:
        print("caught", error)
        return "from except"
    except (KeyError, TypeError):
        print("passes on")
        raise
    else:
        print("else")
    finally:
        print("finally")
    return "from the end"


for choice in ["return", "value", "key", "nothing"]:
    try:
        print(ways(choice))
    except Exception as error:
        print("outside:", type(error).__name__, error)


def finally_wins():
    try:
        return "try"
    finally:
        return "finally"


print(finally_wins())


def finally_continues():
    for number in range(3):
        try:
            return number
        finally:
            if number < 2:
                continue
    return "unreachable"


print(finally_continues())


def loops():
    for number in range(5):
        try:
            if number == 1:
                continue
            if number == 3:
                break
            print("body", number)
        finally:
            print("after", number)
    while True:
        try:
            try:
                return number
            finally:
                print("inner")
                if number == 3:
                    number = 4
                    break
        finally:
            print("outer")
    return "left the loop"


print(loops())


def nested():
    try:
        try:
            1 / 0
        finally:
            print("first")
    except ZeroDivisionError as error:
        print("then", error)
        try:
            raise RuntimeError("while handling") from error
        except RuntimeError as second:
            print(second, "because of", repr(second.__cause__))
            print("context is cause:", second.__context__ is second.__cause__)
    try:
        error
    except UnboundLocalError:
        print("the name is gone")


nested()


def bare_raise():
    try:
        try:
            raise KeyError("k")
        except KeyError:
            try:
                raise ValueError("v")
            except ValueError:
                pass
            raise
    except KeyError as error:
        print("again", error)
    try:
        raise
    except RuntimeError as error:
        print(error)


bare_raise()


def deep(level):
    try:
        if level:
            deep(level - 1)
        else:
            raise LookupError("at the bottom")
    finally:
        print("unwinds", level)


try:
    deep(2)
except LookupError as error:
    print(error)

try:
    assert 1 > 2, "a message"
except AssertionError as error:
    print(repr(error))
try:
    assert not 1
except AssertionError as error:
    print(repr(error))


class Custom(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


try:
    raise Custom(7)
except Custom as error:
    print(error, error.code, error.args)
try:
    raise Custom
except TypeError:
    print("the class needs an argument")
try:
    try:
        raise ValueError("original")
    except ValueError:
        raise TypeError("new") from None
except TypeError as error:
    print(error, error.__cause__, error.__suppress_context__)
