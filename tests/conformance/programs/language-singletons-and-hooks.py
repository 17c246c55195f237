"""Singletons three ways, __init_subclass__ and __set_name__."""

import threading
class Singleton:
    _instance = None
    _lock = threading.Lock()
    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    cls._instance = super().__new__(cls)
        return cls._instance
    def __init__(self, v=None):
        self.v = v
class SingletonMeta(type):
    _instances = {}
    _lock = threading.Lock()
    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]
class Config(metaclass=SingletonMeta):
    def __init__(self, value):
        self.value = value
res = []
def get(v):
    res.append(Config(v))
ts = [threading.Thread(target=get, args=(i,)) for i in range(5)]
[t.start() for t in ts]
[t.join() for t in ts]
print(all(r is res[0] for r in res), res[0].value)
print(Singleton(1) is Singleton(2), Singleton().v)
print(type(Config), Config.__class__.__name__)
class Plugin:
    registry = []
    def __init_subclass__(cls, /, kind="x", **kw):
        super().__init_subclass__(**kw)
        cls.kind = kind
        Plugin.registry.append(cls)
class A(Plugin, kind="a"): pass
class B(Plugin): pass
print([c.__name__ + c.kind for c in Plugin.registry])
class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, owner, name):
        self.name = name
        print("set_name", owner.__name__, name)
    def __get__(self, obj, objtype=None):
        if obj is None: return self
        return obj.__dict__.get(self.name)
    def __set__(self, obj, value):
        if not isinstance(value, self.t):
            raise TypeError(f"{self.name} must be {self.t.__name__}")
        obj.__dict__[self.name] = value
class P:
    age = Typed(int)
    name = Typed(str)
p = P()
p.age = 3
try: p.name = 4
except TypeError as e: print(e)
print(p.age, p.name, vars(p))
