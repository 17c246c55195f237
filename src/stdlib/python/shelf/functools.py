"""The module `functools`."""
# Not modelled: get_cache_token

import _machine
from _internal import GenericAlias

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_nothing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partial:
    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(arg) for arg in self.args]
        parts += [key + "=" + repr(value) for key, value in self.keywords.items()]
        return "functools.partial(" + ", ".join(parts) + ")"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        return partial(self.func.__get__(instance, owner), *self.args, **self.keywords)


def reduce(function, iterable, initial=_nothing, /):
    iterator = iter(iterable)
    if initial is _nothing:
        initial = next(iterator, _nothing)
        if initial is _nothing:
            raise TypeError("reduce() of empty iterable with no initial value" if _machine.minor >= 10
                            else "reduce() of empty sequence with no initial value")
    for item in iterator:
        initial = function(initial, item)
    return initial


def cmp_to_key(mycmp):
    class K:
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


def total_ordering(cls):
    given = [name for name in ("__lt__", "__le__", "__gt__", "__ge__")
             if getattr(cls, name, None) is not getattr(object, name, None)]
    if not given:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = given[0]
    method = getattr(cls, root)

    def derive(strict_same, negated, with_equal):
        def compare(self, other):
            answer = method(self, other)
            if answer is NotImplemented:
                return answer
            if negated:
                answer = not answer
            if with_equal is True:
                return answer or self == other
            if with_equal is False:
                return answer and self != other
            return answer
        return compare

    ways = {
        "__lt__": {"__gt__": (True, False), "__le__": (False, True), "__ge__": (True, None)},
        "__le__": {"__ge__": (True, True), "__lt__": (False, False), "__gt__": (True, None)},
        "__gt__": {"__lt__": (True, False), "__ge__": (False, True), "__le__": (True, None)},
        "__ge__": {"__le__": (True, True), "__gt__": (False, False), "__lt__": (True, None)},
    }[root]
    for name, (negated, with_equal) in ways.items():
        if name not in given:
            compare = derive(None, negated, with_equal)
            compare.__name__ = name
            setattr(cls, name, compare)
    return cls


class _CacheInfo(tuple):
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%d, misses=%d, maxsize=%s, currsize=%d)" % tuple(self)


class _Cached:
    """A function that remembers its results, the last used ones where there is a limit."""

    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()
        update_wrapper(self, function)

    def __call__(self, *args, **keywords):
        key = args + ((_nothing,) + tuple(keywords.items()) if keywords else ())
        if self._typed:
            key += tuple([type(arg) for arg in args]) + tuple([type(value) for value in keywords.values()])
        result = self._results.get(key, _nothing)
        if result is not _nothing:
            self._hits += 1
            if self._maxsize is not None:
                del self._results[key]
                self._results[key] = result
            return result
        self._misses += 1
        result = self._function(*args, **keywords)
        if self._maxsize != 0:
            if self._maxsize is not None and key not in self._results and len(self._results) >= self._maxsize:
                for oldest in self._results:
                    break
                del self._results[oldest]
            self._results[key] = result
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else partial(self, instance)

    def __repr__(self):
        return "<functools._lru_cache_wrapper object at " + hex(id(self)) + ">"

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._results)))

    def cache_clear(self):
        self._results = {}
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}


if _machine.minor < 9:
    del _Cached.cache_parameters
_Cached.__name__ = _Cached.__qualname__ = "_lru_cache_wrapper"


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _Cached(maxsize, 128, typed)
    if maxsize is not None:
        if not isinstance(maxsize, int):
            raise TypeError("Expected first argument to be an integer, a callable, or None")
        maxsize = max(maxsize, 0)
    return lambda function: _Cached(function, maxsize, typed)


if _machine.minor >= 9:
    def cache(user_function, /):
        return _Cached(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname] = value
        return value

    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda function: register(cls, function)
            function = cls
            # A class or static method has those of its function, from 3.10 on.
            annotations = getattr(function if _machine.minor < 10 else getattr(function, "__func__", function), "__annotations__", {})
            if not annotations:
                raise TypeError("Invalid first argument to `register()`: " + repr(function)
                                + ". Use either `@register(some_class)` or plain `@register` on an annotated function.")
            cls = list(annotations.values())[0]
            if isinstance(cls, str):
                _machine.not_supported("not supported here: the type of a singledispatch function from an annotation that is "
                                       "text; write @" + func.__name__ + ".register(TYPE)")
            if not isinstance(cls, type):
                if not hasattr(cls, "__args__"):
                    raise TypeError("Invalid annotation for " + repr(list(annotations)[0]) + ". " + repr(cls) + " is not a class.")
                for part in cls.__args__:
                    registry[part] = function
                return function
        registry[cls] = function
        return function

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(func.__name__ + " requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method) if method is not None else self.dispatcher.register(cls)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            if not args:
                raise TypeError(self.func.__name__ + " requires at least 1 positional argument")
            return self.dispatcher.dispatch(type(args[0])).__get__(obj, cls)(*args, **keywords)
        method.register = self.register
        return update_wrapper(method, self.func)
