"""Context managers: entered in order, left in reverse, whatever happens."""
# needs: 3.9


class Manager:
    def __init__(self, name, suppresses=False):
        self.name = name
        self.suppresses = suppresses

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        return self.suppresses


def leave(choice):
    with Manager("a") as first, Manager("b", choice == 2) as second:
        print(first, second)
        if choice == 0:
            return "returned"
        if choice >= 1:
            raise ValueError(choice)
    return "after"


for choice in range(3):
    try:
        print(leave(choice))
    except ValueError as error:
        print("outside", error)

for number in range(4):
    with Manager(number):
        if number == 1:
            continue
        if number == 2:
            break
        print("inside", number)


def both():
    with Manager("outer"):
        for number in range(3):
            with Manager(number, True):
                if number:
                    raise KeyError(number)
                try:
                    kept = [number]
                finally:
                    print("finally inside with")
        return kept


print(both())


class Fails:
    def __enter__(self):
        raise OSError("cannot enter")

    def __exit__(self, *rest):
        print("never called")


try:
    with Manager("safe", True), Fails():
        print("never printed")
    print("suppressed by the one that was entered")
except OSError as error:
    print("not suppressed", error)

with (
    Manager("x") as x,
    Manager("y"),
):
    print("parenthesized", x)

with Manager("target") as (letter, *others):
    print(letter, others)
