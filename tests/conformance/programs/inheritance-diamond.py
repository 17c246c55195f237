class Base:
    def __init__(self, **kwargs):
        self.log = ["Base"]

    def hello(self):
        return "base"


class Left(Base):
    def __init__(self, left=1, **kwargs):
        super().__init__(**kwargs)
        self.log.append(f"Left {left}")

    def hello(self):
        return "left+" + super().hello()


class Right(Base):
    def __init__(self, right=2, **kwargs):
        super().__init__(**kwargs)
        self.log.append(f"Right {right}")

    def hello(self):
        return "right+" + super().hello()


class Both(Left, Right):
    pass


b = Both(left=5, right=6)
print(b.log, b.hello(), [c.__name__ for c in Both.__mro__])


class Abstract:
    def area(self):
        raise NotImplementedError("area of " + type(self).__name__)


class Square(Abstract):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    @classmethod
    def unit(cls):
        return cls(1)

    @staticmethod
    def sides():
        return 4


for shape in (Square(3), Square.unit(), Abstract()):
    try:
        print(shape.area())
    except NotImplementedError as error:
        print("NotImplementedError:", error)
print(Square.sides(), Square(2).sides(), callable(Square), callable(3), Square.__name__, Square.__doc__)
