"""Instances that have slots and a __dict__: the slots are not in it."""


class Base:
    __slots__ = ("a",)


class WithDict(Base):
    __slots__ = ("b", "__dict__")


class Ordinary(Base):
    pass


thing = WithDict()
thing.a, thing.b, thing.c = 1, 2, 3
print(vars(thing), thing.__dict__, len(thing.__dict__), "a" in vars(thing), list(vars(thing).items()))
vars(thing)["d"] = 4
print(thing.d, thing.a, dict(thing.__dict__), {**vars(thing)})
other = Ordinary()
other.a, other.z = 5, 6
print(other.__dict__, [name for name in dir(other) if not name.startswith("_")])
other.__dict__.update(y=8)
print(other.a, other.y)
