class Tag:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print(f"<{self.name}>")
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print(f"</{self.name}>", kind and kind.__name__, value)
        return self.swallow


with Tag("a") as a, Tag("b") as b:
    print(a, b)
with Tag("quiet", swallow=True):
    raise ValueError("hidden")
try:
    with Tag("loud"):
        raise ValueError("seen")
except ValueError as error:
    print("after:", error)


def leave():
    with Tag("return"):
        return "value"


print(leave())
for i in range(3):
    with Tag(str(i)):
        if i == 1:
            break
