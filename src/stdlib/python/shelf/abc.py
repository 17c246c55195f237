"""The module `abc`."""


def _is_abstract(value):
    if isinstance(value, property):
        return any([_is_abstract(part) for part in (value.fget, value.fset, value.fdel)])
    if isinstance(value, (classmethod, staticmethod)):
        value = getattr(value, "__func__", value)
    return getattr(value, "__isabstractmethod__", False)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **keywords):
        cls = type.__new__(mcls, name, bases, namespace, **keywords)
        abstract = []
        for key, value in namespace.items():
            if _is_abstract(value):
                abstract.append(key)
        for base in bases:
            for key in getattr(base, "__abstractmethods__", ()):
                if _is_abstract(getattr(cls, key, None)) and key not in abstract:
                    abstract.append(key)
        cls.__abstractmethods__ = frozenset(abstract)
        cls._registered = []
        return cls

    def __call__(cls, *args, **keywords):
        if cls.__abstractmethods__:
            _refuse(cls)
        return type.__call__(cls, *args, **keywords)

    def register(cls, subclass):
        cls._registered.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if cls in subclass.__mro__:
            return True
        if "__subclasshook__" in cls.__dict__:
            answer = cls.__subclasshook__(subclass)
            if answer is not NotImplemented:
                return answer
        for other in cls._registered:
            if issubclass(subclass, other):
                return True
        for derived in cls.__subclasses__():
            if derived is not subclass and issubclass(subclass, derived):
                return True
        return False


def _refuse(cls):
    import _machine
    names = sorted(cls.__abstractmethods__)
    plural = "" if len(names) == 1 else "s"
    if _machine.minor >= 12:
        raise TypeError("Can't instantiate abstract class " + cls.__name__ + " without an implementation for abstract method"
                        + plural + " " + ", ".join(["'" + name + "'" for name in names]))
    if _machine.minor < 9:
        plural = "s"
    raise TypeError("Can't instantiate abstract class " + cls.__name__ + " with abstract method" + plural + " " + ", ".join(names))


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def abstractmethod(funcobj):
    if isinstance(funcobj, property):
        return abstractproperty(funcobj.fget, funcobj.fset, funcobj.fdel, funcobj.__doc__)
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


def get_cache_token():
    return 0
