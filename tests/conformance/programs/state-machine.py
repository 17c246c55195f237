class Light:
    order = ("red", "green", "yellow")

    def __init__(self):
        self._states = iter(self)
        self.state = next(self._states)

    def __iter__(self):
        while True:
            yield from self.order

    def change(self):
        self.state = next(self._states)
        return self

    def __str__(self):
        return f"light is {self.state}"

    def __format__(self, spec):
        return str(self).upper() if spec == "loud" else str(self)


light = Light()
print(light)
print(light.change(), "|", light.change().change(), "|", f"{light:loud}")
actions = {"red": lambda: "stop", "green": lambda: "go"}
for _ in range(3):
    print(actions.get(light.state, lambda: "careful")(), end=" ")
    light.change()
print()
