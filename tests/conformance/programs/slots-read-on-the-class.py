from dataclasses import dataclass, fields


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __slots__ = ("z",)


class Loose(Point):
    pass


print(Point.x, Point3.x, Point3.z, Loose.y, type(Point.x).__name__)
print(Point.x.__get__(Point(1, 2)), Point.x.__name__, Point.x.__objclass__.__name__)
point = Point(1, 2)
Point.y.__set__(point, 7)
print(point.y, hasattr(Point, "x"), hasattr(Point, "z"), getattr(Point, "z", "none"))
for cls in (Point, Point3):
    try:
        print(cls.missing)
    except AttributeError as error:
        print(error)


class Meta(type):
    def __getattr__(cls, name):
        return "meta " + name


class WithMeta(metaclass=Meta):
    __slots__ = ("a",)


print(type(WithMeta.a).__name__, WithMeta.b)
