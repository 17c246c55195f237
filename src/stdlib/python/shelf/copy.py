"""The module `copy`."""
# Not modelled: dispatch_table

import _machine


class Error(Exception):
    pass


error = Error
_WHOLE = (int, float, bool, str, bytes, type, range, slice, type(None), type(...), type(len), type(lambda: None))


# What CPython comes upon first when it copies what these hold.
_HELD_BY = {
    ("threading", "Event"): "_thread.lock", ("threading", "Condition"): "_thread.RLock", ("threading", "Semaphore"): "_thread.lock",
    ("threading", "Barrier"): "_thread.lock", ("queue", "Queue"): "_thread.lock", ("_queue", "SimpleQueue"): "_queue.SimpleQueue",
    ("threading", "Thread"): "_thread._ThreadHandle" if _machine.minor >= 13 else "_thread.lock",
    ("concurrent.futures._base", "Future"): "_thread.RLock",
    ("concurrent.futures.thread", "ThreadPoolExecutor"): "_queue.SimpleQueue",
}


def _refuse_what_holds_locks(cls):
    for base in cls.__mro__:
        held = _HELD_BY.get((base.__module__, base.__qualname__))
        if held is not None:
            raise TypeError("cannot pickle '" + held + "' object")


def copy(x):
    cls = type(x)
    if cls in _WHOLE or isinstance(x, type):
        return x
    if hasattr(cls, "__copy__"):
        return x.__copy__()
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if cls in (tuple, frozenset):
        return x
    return _rebuilt(x, lambda value: value, None)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key][0]
    cls = type(x)
    if cls in _WHOLE or isinstance(x, type):
        return x
    # The original is kept with its copy, so that its id stays its own.
    if hasattr(cls, "__deepcopy__"):
        made = x.__deepcopy__(memo)
        memo[key] = (made, x)
    elif cls is list:
        made = []
        memo[key] = (made, x)
        for item in x:
            made.append(deepcopy(item, memo))
    elif cls is dict:
        made = {}
        memo[key] = (made, x)
        for name, item in x.items():
            made[deepcopy(name, memo)] = deepcopy(item, memo)
    elif cls in (tuple, set, frozenset):
        made = cls([deepcopy(item, memo) for item in x])
        memo[key] = (made, x)
    elif cls is bytearray:
        made = x.copy()
    else:
        _refuse_what_holds_locks(cls)
        made = _rebuilt(x, lambda value: deepcopy(value, memo), memo)
    return made


def _reduced(x, parts, convert, memo):
    """By what a `__reduce__` gave: a function, its arguments, and perhaps a state, items, and keys with values."""
    if isinstance(parts, str):
        return x
    function, args, state, items, pairs = tuple(parts) + (None,) * (5 - len(parts))
    made = function(*[convert(arg) for arg in args])
    if memo is not None:
        memo[id(x)] = (made, x)
    if state is not None:
        state = convert(state)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            plain, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
            made.__dict__.update(plain or {})
            for name, value in (slots or {}).items():
                setattr(made, name, value)
    for item in items or ():
        made.append(convert(item))
    for key, value in pairs or ():
        made[convert(key)] = convert(value)
    return made


def _slots(x, cls):
    """What stands in the slots of an object."""
    found = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name.startswith("__") and not name.endswith("__"):
                name = "_" + base.__name__.lstrip("_") + name
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                found[name] = getattr(x, name)
    return found


def _rebuilt(x, convert, memo):
    cls = type(x)
    for base in cls.__mro__:
        if base.__module__ != "builtins" and ("__reduce_ex__" in base.__dict__ or "__reduce__" in base.__dict__):
            return _reduced(x, x.__reduce_ex__(4) if "__reduce_ex__" in base.__dict__ else x.__reduce__(), convert, memo)
    if cls.__module__ in ("_thread", "_io", "builtins") and not isinstance(x, BaseException):
        if cls.__name__ == "TextIOWrapper" and _machine.minor >= 12:
            raise TypeError("cannot pickle 'TextIOWrapper' instances")
        raise TypeError("cannot pickle " + repr(cls.__module__ + "." + cls.__name__ if cls.__module__ != "builtins" else cls.__name__)
                        + " object")
    if isinstance(x, dict):
        made = cls.__new__(cls)
    elif isinstance(x, (list, set)):
        made = cls.__new__(cls)
    elif isinstance(x, tuple):
        made = tuple.__new__(cls, [convert(item) for item in x])
    elif isinstance(x, BaseException):
        made = cls(*x.args)
    elif isinstance(x, (int, float, str)):
        made = cls.__new__(cls, x)
    else:
        made = object.__new__(cls)
    if memo is not None:
        memo[id(x)] = (made, x)
    if isinstance(x, dict):
        for key in x:
            dict.__setitem__(made, convert(key), convert(x[key]))
    elif isinstance(x, list):
        for item in x:
            list.append(made, convert(item))
    elif isinstance(x, set):
        for item in x:
            set.add(made, convert(item))
    get_state = getattr(cls, "__getstate__", None)
    if get_state is not None and get_state is not getattr(object, "__getstate__", None):
        state = x.__getstate__()
    else:
        state = getattr(x, "__dict__", {})
        slots = _slots(x, cls)
        if hasattr(cls, "__setstate__"):
            state = (state or None, slots) if slots else state
        elif not state and not slots:
            return made
        else:
            state = {**slots, **state}
    if state is None:
        return made
    if hasattr(cls, "__setstate__"):
        made.__setstate__(convert(state if memo is not None else dict(state) if type(state) is dict else state))
    else:
        for name, value in list(state.items()):
            object.__setattr__(made, name, convert(value))
    return made


if _machine.minor >= 13:
    def replace(obj, /, **changes):
        method = getattr(type(obj), "__replace__", None)
        if method is None:
            raise TypeError("replace() does not support " + type(obj).__name__ + " objects")
        return method(obj, **changes)
