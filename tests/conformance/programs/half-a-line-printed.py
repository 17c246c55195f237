"""What print has written before an object fails to show itself, and powers in place of what has none."""
import threading


class Shy:
    def __init__(self, name):
        if name == "":
            raise ValueError("no name")
        self.name = name

    def __repr__(self):
        return f"Shy({self.name!r})"

    def __eq__(self, other):
        return self.name == other.name


class Half(Shy):
    def __init__(self):
        pass


def show(*things):
    try:
        print(*things, sep=", ")
    except AttributeError as error:
        print("|", error)


for things in [(1, Half(), 2), (Half(),), ("a", [Shy("x")], {1: Half()}), (Shy("y"), "fine")]:
    worker = threading.Thread(target=show, args=things)
    worker.start()
    worker.join()
for operator in ("**", "+", ">>"):
    shy = Shy("z")
    try:
        if operator == "**":
            shy **= 2
        elif operator == "+":
            shy += 1
        else:
            shy >>= 1
    except TypeError as error:
        print(error)
print("last", Half())
