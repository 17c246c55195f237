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


def _rebuilt(x, convert, memo):
    cls = type(x)
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
        if not state and not hasattr(cls, "__setstate__"):
            return made
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
