"""Classes: inheritance, super(), properties, metaclasses, special methods."""


class Base:
    """The base."""

    kind = "base"

    def __init__(self, name):
        self.name = name

    def describe(self):
        return f"{self.kind} {self.name}"

    def which(self):
        return __class__.__name__

    @classmethod
    def make(cls, name):
        return cls(name)

    @staticmethod
    def add(a, b):
        return a + b

    @property
    def loud(self):
        return self.name.upper()

    @loud.setter
    def loud(self, value):
        self.name = value.lower()


class Derived(Base):
    kind = "derived"

    def __init__(self, name, extra=0):
        super().__init__(name)
        self.extra = extra

    def describe(self):
        return super().describe() + f" with {self.extra}"

    def in_a_comprehension(self):
        return [super(Derived, self).describe() for _ in range(2)]


thing = Derived.make("thing")
print(thing.describe(), thing.which(), thing.in_a_comprehension(), Derived.add(1, 2))
thing.loud = "NEW"
print(thing.name, thing.loud, Base.__doc__, Derived.__doc__)
print(isinstance(thing, Base), issubclass(Derived, Base), type(thing).__name__, Derived.__mro__[1].__name__)


class Left(Base):
    def describe(self):
        return "left of " + super().describe()


class Right(Base):
    def describe(self):
        return "right of " + super().describe()


class Both(Left, Right):
    pass


print(Both("it").describe())


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __iter__(self):
        yield self.x
        yield self.y

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __call__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __bool__(self):
        return bool(self.x or self.y)


v = Vector(1, 2)
v += Vector(1, 1)
print(v, v == Vector(2, 3), v != Vector(2, 3), len(v), v[1], list(v), 3 in v, v(2), bool(Vector(0, 0)))
a, b = v
print(a, b)


class Meta(type):
    def __new__(meta, name, bases, namespace, **options):
        made = super().__new__(meta, name, bases, namespace)
        made.options = options
        return made

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)


class WithMeta(metaclass=Meta, option=1):
    pass


print(WithMeta.options, type(WithMeta).__name__)


class Hooked:
    registry = []

    def __init_subclass__(cls, tag=None, **rest):
        super().__init_subclass__(**rest)
        Hooked.registry.append((cls.__name__, tag))


class First(Hooked, tag="first"):
    pass


print(Hooked.registry)


class Annotated:
    plain: int
    valued: str = "text"


print(sorted(Annotated.__annotations__), Annotated.valued)


def decorate(label):
    def wrap(function):
        def wrapped(*arguments, **keywords):
            return label, function(*arguments, **keywords)

        return wrapped

    return wrap


@decorate("outer")
@decorate("inner")
def decorated(a, /, b=2, *, c=3):
    return a, b, c


print(decorated(1, c=5))


class Missing:
    def __getattr__(self, name):
        return f"no {name}"


print(Missing().anything)
del thing.extra
try:
    thing.extra
except AttributeError as error:
    print(error)
