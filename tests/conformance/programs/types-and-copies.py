import abc, types, typing, copy, threading
class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...
    @classmethod
    def make(cls, *a): return cls(*a)
    @abc.abstractmethod
    def name(self): ...
class Sq(Shape):
    def __init__(self, s): self.s = s
    @property
    def area(self): return self.s ** 2
    def name(self): return "sq"
print(Sq.make(3).area, isinstance(Sq(1), Shape), issubclass(Sq, Shape))
try: Shape()
except TypeError as e: print(e)
@Shape.register
class Other: pass
print(isinstance(Other(), Shape))
class Proto(typing.Protocol):
    def run(self) -> None: ...
@typing.runtime_checkable
class Runs(typing.Protocol):
    def run(self): ...
print(isinstance(threading.Thread(), Runs), isinstance(3, Runs))
UserId = typing.NewType("UserId", int); print(UserId(5), typing.cast(int, "x"), typing.Optional[int], typing.List[int], typing.Union[int, str], typing.Callable[[int], str])
def f(a: int, b: "str" = "x") -> typing.Optional[bool]: ...
print(typing.get_type_hints(f), f.__annotations__)
obj = types.SimpleNamespace(x=[1]); c = copy.copy(obj); d = copy.deepcopy(obj); obj.x.append(2); print(c.x, d.x, obj == c)
def method(self): return "bound " + self.__class__.__name__
o = Sq(1); o.m = types.MethodType(method, o); print(o.m())
G = types.GeneratorType; print(isinstance((i for i in []), G), types.MappingProxyType({"a": 1})["a"])
class Lk:
    def __deepcopy__(self, memo): return "copied"
print(copy.deepcopy([Lk()]))
try: copy.deepcopy(threading.Lock())
except TypeError as e: print(e)
