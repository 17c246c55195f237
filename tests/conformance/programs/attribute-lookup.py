class Lazy:
    fallback = {"a": 1}

    def __getattr__(self, name):
        if name in self.fallback:
            return self.fallback[name]
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)


lazy = Lazy()
print(lazy.a)
lazy.b = 2
print(lazy.b)
try:
    lazy.c
except AttributeError as error:
    print(error)
print(getattr(lazy, "c", "default"), hasattr(lazy, "a"))
