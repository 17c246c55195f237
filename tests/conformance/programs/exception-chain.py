def low():
    return {}["missing"]


def middle():
    try:
        low()
    except KeyError as error:
        raise ValueError("bad configuration") from error


try:
    middle()
except ValueError as error:
    print(repr(error), repr(error.__cause__))

try:
    try:
        int("x")
    except ValueError:
        [][1]
except IndexError as error:
    print(error, "|", error.__context__)

middle()
