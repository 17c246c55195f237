"""What takes over from Rust where user code has to run in the middle of an operation, and the builtins in Python."""

import _machine


# --- Calls and classes -------------------------------------------------------------------------------------------------

def call_and_return():
    return None


def construct(cls, new, init, *args, **keywords):
    instance = new(cls, *args, **keywords)
    if isinstance(instance, cls):
        init = type(instance).__init__
        if init(instance, *args, **keywords) is not None:
            raise TypeError("__init__() should return None")
    return instance


def raise_class(cls):
    raise cls()


def raise_class_from(cls, cause):
    raise cls() from cause


def finish_class(cls, named, has_hook, **keywords):
    for name, value in named:
        try:
            type(value).__set_name__(value, cls, name)
        except Exception as error:
            note = "Error calling __set_name__ on %r instance %r in %r" % (type(value).__name__, name, cls.__name__)
            if _machine.minor < 12:
                raise RuntimeError(note) from error
            error.add_note(note)
            raise
    if has_hook:
        super(cls, cls).__init_subclass__(**keywords)
    return cls


def class_in_prepared(body, name, /, *bases, metaclass, **keywords):
    prepared = metaclass.__prepare__(name, bases, **keywords)
    for own in ("__setitem__", "__getitem__", "__missing__"):
        if not isinstance(prepared, dict) or getattr(type(prepared), own, None) is not getattr(dict, own, None):
            _machine.not_supported("not supported here: a __prepare__ that gives a mapping with its own " + own
                                   + "; give a dict, and change it in the __new__ of the metaclass")
    return _machine.build_prepared_class(prepared, body, name, *bases, metaclass=metaclass, **keywords)


def dir_of(object):
    return sorted(type(object).__dir__(object))


def check_by_metaclass(subject, classes, of_instance):
    for cls in classes if isinstance(classes, tuple) else (classes,):
        if isinstance(cls, tuple):
            if check_by_metaclass(subject, cls, of_instance):
                return True
            continue
        hook = getattr(type(cls), "__instancecheck__" if of_instance else "__subclasscheck__", None)
        if hook is not None:
            if (of_instance and type(subject) is cls) or hook(cls, subject):
                return True
        elif isinstance(subject, cls) if of_instance else issubclass(subject, cls):
            return True
    return False


# --- The ends of objects -----------------------------------------------------------------------------------------------

def finalize(method, instance):
    try:
        method(instance)
    except BaseException as error:
        _ignored(method, error, "calling deallocator ")


def finalize_generator(generator):
    try:
        generator.close()
    except BaseException as error:
        if not _machine.traceback_text(error):
            error.__traceback__ = None
        _ignored(generator, error, "closing generator ")


def tell_references(references):
    for reference in references:
        callback = reference._callback
        if callback is not None:
            try:
                callback(reference)
            except BaseException as error:
                _ignored(callback, error, "calling weakref callback ")


def _ignored(what, error, doing):
    import _lifecycle
    if _machine.minor >= 14:
        message = "Exception ignored while " + doing + repr(what)
        _lifecycle.report_unraisable(error, message + ":\n", message, None)
    else:
        _lifecycle.report_unraisable(error, "Exception ignored in: " + repr(what) + "\n", None, what)


class GenericAlias:
    __module__ = "types"

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _type_variables(self.__args__)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError("type object " + repr(self.__origin__.__name__) + " has no attribute " + repr(name))
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        return isinstance(other, GenericAlias) and self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, instance):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __ror__(self, other):
        if _machine.minor < 10:
            return NotImplemented
        return UnionType((other, self))

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __repr__(self):
        origin = self.__origin__
        name = origin.__qualname__ if origin.__module__ == "builtins" else origin.__module__ + "." + origin.__qualname__
        if name == "collections.abc.Callable" and isinstance(self.__args__[0], list):
            taken = "[" + ", ".join([_type_text(arg) for arg in self.__args__[0]]) + "]"
            return name + "[" + taken + ", " + _type_text(self.__args__[1]) + "]"
        return name + "[" + (", ".join([_type_text(arg) for arg in self.__args__]) or "()") + "]"

    def __getitem__(self, key):
        return GenericAlias(self.__origin__, _substituted(self, key))

    def __or__(self, other):
        if _machine.minor < 10:
            return NotImplemented
        return UnionType((self, other))


def _type_variables(args):
    found = []
    for arg in args:
        for variable in (arg,) if getattr(arg, "_is_type_variable", False) else getattr(arg, "__parameters__", ()):
            if variable not in found:
                found.append(variable)
    return tuple(found)


def _substituted(alias, key):
    """The arguments of `alias[key]`, its type variables replaced."""
    keys = key if isinstance(key, tuple) else (key,)
    parameters = alias.__parameters__
    if not parameters:
        raise TypeError(repr(alias) + " is not a generic class")
    if len(keys) != len(parameters):
        raise TypeError("Too " + ("many" if len(keys) > len(parameters) else "few") + " arguments for " + repr(alias)
                        + "; actual " + str(len(keys)) + ", expected " + str(len(parameters)))
    chosen = dict(zip(parameters, keys))
    made = []
    for arg in alias.__args__:
        if getattr(arg, "_is_type_variable", False):
            arg = chosen[arg]
        elif getattr(arg, "__parameters__", ()):
            arg = arg[tuple([chosen[variable] for variable in arg.__parameters__])]
        made.append(arg)
    return tuple(made)


class UnionType:
    def __init__(self, args):
        made = []
        for arg in args:
            for part in arg.__args__ if isinstance(arg, UnionType) else (arg,):
                if part is None:
                    part = type(None)
                if not any([part is other or part == other for other in made]):
                    made.append(part)
        self.__args__ = tuple(made)
        self.__parameters__ = _type_variables(self.__args__)

    def __or__(self, other):
        return UnionType(self.__args__ + (other,))

    def __ror__(self, other):
        return UnionType((other,) + self.__args__)

    def __eq__(self, other):
        return isinstance(other, UnionType) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def __getitem__(self, key):
        return UnionType(_substituted(self, key))

    def __repr__(self):
        return " | ".join(["None" if arg is type(None) else _type_text(arg) for arg in self.__args__])


def _type_text(value):
    if value is ...:
        return "..."
    if isinstance(value, type):
        return value.__qualname__ if value.__module__ == "builtins" else value.__module__ + "." + value.__qualname__
    return repr(value)


def generic_alias(cls, key):
    return GenericAlias(cls, key)


def type_union(left, right):
    return UnionType((left, right))


def match_class(subject, cls, names, count):
    if not isinstance(subject, cls):
        return None
    values = []
    if count:
        if cls in (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple):
            if count > 1:
                raise TypeError(cls.__name__ + "() accepts 1 positional sub-pattern (" + str(count) + " given)")
            values.append(subject)
        else:
            known = getattr(cls, "__match_args__", ())
            if count > len(known):
                plural = "" if len(known) == 1 else "s"
                raise TypeError(
                    cls.__name__ + "() accepts " + str(len(known)) + " positional sub-pattern" + plural
                    + " (" + str(count) + " given)"
                )
            for name in known[:count]:
                if not hasattr(subject, name):
                    return None
                values.append(getattr(subject, name))
    for name in names:
        if count and name in getattr(cls, "__match_args__", ())[:count]:
            raise TypeError(cls.__name__ + "() got multiple sub-patterns for attribute " + repr(name))
        if not hasattr(subject, name):
            return None
        values.append(getattr(subject, name))
    return tuple(values)


# --- Containers --------------------------------------------------------------------------------------------------------

def collect_to_unpack(iterable, limit):
    items = []
    for item in iterable:
        items.append(item)
        if limit >= 0 and len(items) > limit:
            raise ValueError("too many values to unpack (expected " + str(limit) + ")")
    return items


def iterator_and_length(iterable):
    """An iterator, the length asked for as `Objects/abstract.c`, `PyObject_LengthHint` does: a `__len__` may show it."""
    iterator = iter(iterable)
    kind = type(iterable)
    if hasattr(kind, "__len__"):
        try:
            len(iterable)
            return iterator
        except TypeError:
            pass
    if hasattr(kind, "__length_hint__"):
        try:
            kind.__length_hint__(iterable)
        except TypeError:
            pass
    return iterator


def construct_from_items(cls, iterable):
    items = []
    if _machine.minor < 10 and issubclass(cls, list) and hasattr(type(iterable), "__len__"):
        # Before 3.10 a list made room before anything else (`list___init___impl`).
        try:
            len(iterable)
        except TypeError:
            pass
    for item in iterator_and_length(iterable) if issubclass(cls, (list, tuple)) else iterable:
        items.append(item)
    return cls(items)


def refill(container, iterable):
    items = []
    for item in iterable:
        items.append(item)
    _machine.set_refill(container, items)


def list_extend_from(target, iterable):
    for item in iterator_and_length(iterable):
        target.append(item)


def list_extend_in_place(target, iterable):
    list.extend(target, iterable)
    return target


def list_set_slice(target, key, iterable):
    try:
        iterable = iter(iterable)
    except TypeError:
        # Since 3.13 slices with and without a step take the same way (`Objects/listobject.c`, `list_ass_subscript`).
        raise TypeError("can only assign an iterable" if key.step in (None, 1) and _machine.minor < 13
                        else "must assign iterable to extended slice") from None
    items = []
    for item in iterable:
        items.append(item)
    target[key] = items


def set_update_from(target, iterable):
    for item in iterable:
        target.add(item)


def dict_fill(target, source, **keywords):
    if hasattr(source, "keys"):
        for key in source.keys():
            target[key] = source[key]
    else:
        at = 0
        for pair in source:
            try:
                items = tuple(pair)
            except TypeError:
                raise TypeError(
                    "cannot convert dictionary update sequence element #" + str(at) + " to a sequence"
                ) from None
            if len(items) != 2:
                raise ValueError(
                    "dictionary update sequence element #" + str(at) + " has length " + str(len(items)) + "; 2 is required"
                )
            target[items[0]] = items[1]
            at += 1
    for key in keywords:
        target[key] = keywords[key]


def dict_update_from_mapping(target, source):
    if not hasattr(source, "keys"):
        raise TypeError("'" + type(source).__name__ + "' object is not a mapping")
    for key in source.keys():
        target[key] = source[key]


def dict_update_in_place(target, source):
    dict.update(target, source)
    return target


def dict_merged(left, right):
    merged = {}
    for key in left:
        merged[key] = left[key]
    for key in right:
        merged[key] = right[key]
    return merged


def containers_equal(left, right):
    views = (type({}.keys()), type({}.items()))
    if isinstance(left, views) or isinstance(right, views):
        return isinstance(left, views + (set, frozenset)) and isinstance(right, views + (set, frozenset)) and len(left) == len(
            right) and all([item in right for item in left])
    if isinstance(left, dict):
        if len(left) != len(right):
            return False
        for key in left:
            if key not in right:
                return False
            one, other = left[key], right[key]
            if one is not other and not one == other:
                return False
        return True
    if isinstance(left, (set, frozenset)):
        return len(left) == len(right) and all([item in right for item in left])
    if type(left) is not type(right) and isinstance(left, list) != isinstance(right, list):
        return False
    if len(left) != len(right):
        return False
    at = 0
    while at < len(left):
        one, other = left[at], right[at]
        if one is not other and not one == other:
            return False
        at += 1
    return True


def sequences_compare(left, right, sign):
    at = 0
    while at < len(left) and at < len(right):
        one, other = left[at], right[at]
        if one is not other and not one == other:
            if sign == "<":
                return one < other
            if sign == "<=":
                return one <= other
            if sign == ">":
                return one > other
            return one >= other
        at += 1
    if sign == "<":
        return len(left) < len(right)
    if sign == "<=":
        return len(left) <= len(right)
    if sign == ">":
        return len(left) > len(right)
    return len(left) >= len(right)


def views_compare(left, right, sign):
    """Views of a dict's keys and items are compared as sets are."""
    if sign in (">", ">="):
        left, right = right, left
    if len(left) > len(right) or len(sign) == 1 and len(left) == len(right):
        return False
    return all([item in right for item in left])


def contains_by_iteration(container, item):
    try:
        iterator = iter(container)
    except TypeError:
        if _machine.minor >= 14:
            text = "argument of type '" + type(container).__name__ + "' is not a container or iterable"
        else:
            text = "argument of type '" + type(container).__name__ + "' is not iterable"
        raise TypeError(text) from None
    for other in iterator:
        if other is item or other == item:
            return True
    return False


def _index(value):
    if value is None or isinstance(value, int) or not hasattr(type(value), "__index__"):
        return value
    index = type(value).__index__(value)
    if not isinstance(index, int):
        raise TypeError("__index__ returned non-int (type " + type(index).__name__ + ")")
    return index


def _plain_slice(key):
    return slice(_index(key.start), _index(key.stop), _index(key.step))


def _sequence_class(container):
    """The built-in class whose items are meant: that of a subclass may be what asks."""
    for cls in (list, str, tuple, bytes, bytearray, range):
        if isinstance(container, cls):
            return cls
    return type(container)


def getitem_by_index(container, key):
    return _sequence_class(container).__getitem__(container, _index(key))


def getitem_by_slice(container, key):
    return _sequence_class(container).__getitem__(container, _plain_slice(key))


def setitem_by_index(container, key, value):
    list.__setitem__(container, _index(key), value)


def setitem_by_slice(container, key, value):
    list.__setitem__(container, _plain_slice(key), value)


def delitem_by_index(container, key):
    list.__delitem__(container, _index(key))


def delitem_by_slice(container, key):
    list.__delitem__(container, _plain_slice(key))


def repeat_by_index(sequence, count):
    return sequence * _index(count)


def bytes_by_method(value, method):
    result = method(value)
    if not isinstance(result, bytes):
        raise TypeError("__bytes__ returned non-bytes (type " + type(result).__name__ + ")")
    return result


def bytes_by_index(cls, value):
    return cls(_index(value))


def iterate_items(sequence):
    at = 0
    while True:
        try:
            item = sequence[at]
        except IndexError:
            return
        yield item
        at += 1


def reversed_items(sequence):
    at = len(sequence)
    while at > 0:
        at -= 1
        yield sequence[at]


def call_until(function, sentinel):
    while True:
        item = function()
        if item == sentinel:
            return
        yield item


def sum_by_addition(iterable, start):
    iterator = iter(iterable)
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    if isinstance(start, bytes):
        raise TypeError("sum() can't sum bytes [use b''.join(seq) instead]")
    total = start
    for item in iterator:
        total = total + item
    return total


def divmod_by_methods(left, right):
    for value, other, name in ((left, right, "__divmod__"), (right, left, "__rdivmod__")):
        method = getattr(type(value), name, None)
        if method is not None:
            result = method(value, other)
            if result is not NotImplemented:
                return result
    raise TypeError(
        "unsupported operand type(s) for divmod(): '" + type(left).__name__ + "' and '" + type(right).__name__ + "'"
    )


# --- Text --------------------------------------------------------------------------------------------------------------

_showing = []


def repr_by_parts(value):
    if isinstance(value, int):
        # It has more digits than `sys.get_int_max_str_digits()`: raises the error.
        return format(int(value), "d")
    for other in _showing:
        if other is value:
            return "[...]" if isinstance(value, list) else "{...}" if isinstance(value, dict) else "(...)"
    _showing.append(value)
    try:
        if isinstance(value, list):
            return "[" + ", ".join([repr(item) for item in value]) + "]"
        if isinstance(value, tuple):
            return "(" + ", ".join([repr(item) for item in value]) + (",)" if len(value) == 1 else ")")
        if isinstance(value, dict):
            return "{" + ", ".join([repr(key) + ": " + repr(value[key]) for key in value]) + "}"
        if isinstance(value, BaseException):
            return type(value).__name__ + "(" + ", ".join([repr(item) for item in value.args]) + ")"
        if isinstance(value, set) and type(value) is set:
            return "{" + ", ".join([repr(item) for item in value]) + "}"
        if isinstance(value, (set, frozenset)):
            return type(value).__name__ + "({" + ", ".join([repr(item) for item in value]) + "})"
        name = type(value).__name__
        if name == "dict_items":
            return "dict_items([" + ", ".join(["(" + repr(key) + ", " + repr(item) + ")" for key, item in value]) + "])"
        if name in ("dict_keys", "dict_values"):
            return name + "([" + ", ".join([repr(item) for item in value]) + "])"
        if name == "slice":
            return "slice(" + ", ".join([repr(item) for item in (value.start, value.stop, value.step)]) + ")"
        return "{" + ", ".join([repr(key) + ": " + repr(value[key]) for key in value]) + "}"
    finally:
        _showing.pop()


def float_by_method(value):
    found = type(value).__float__(value)
    if not isinstance(found, float):
        raise TypeError(type(value).__name__ + ".__float__ returned non-float (type " + type(found).__name__ + ")")
    return found


def call_with_floats(name, /, *args, **keywords):
    import math
    return getattr(math, name)(*[item if isinstance(item, (int, float, str)) else float(item) for item in args], **keywords)


def apply_to_index(value, function):
    return {"hex": hex, "oct": oct, "bin": bin, "chr": chr, "float": float}[function](_index(value))


def construct_range(*bounds):
    return range(*[_index(bound) for bound in bounds])


def ascii_by_parts(value):
    return ascii_text(repr(value))


def ascii_text(text):
    return "".join([char if ord(char) < 128 else "\\x%02x" % ord(char) if ord(char) < 256 else "\\u%04x" % ord(char)
                    if ord(char) < 65536 else "\\U%08x" % ord(char) for char in text])


def format_converted(value, kind, specification):
    text = str(value) if kind == "s" else repr(value) if kind == "r" else ascii(value)
    return format(text, specification)


def str_of_subclass(cls, value):
    return cls(str(value))


def os_error_text(error):
    text = "[Errno " + str(error.errno) + "] " + str(error.strerror)
    if error.filename is not None:
        text += ": " + repr(error.filename)
        if error.filename2 is not None:
            text += " -> " + repr(error.filename2)
    return text


def hash_by_parts(value):
    total = 0x345678
    for item in value:
        total = (total * 1000003 ^ hash(item)) & 0x7FFFFFFFFFFFFFF
    return total


def print_by_parts(*values, sep=" ", end="\n", file=None, flush=False):
    if sep is None:
        sep = " "
    if end is None:
        end = "\n"
    if not isinstance(sep, str):
        raise TypeError("sep must be None or a string, not " + type(sep).__name__)
    if not isinstance(end, str):
        raise TypeError("end must be None or a string, not " + type(end).__name__)
    import sys
    if file is None:
        file = sys.stdout
        if file is None:
            return
    if file is sys.__stdout__ and not _machine.is_unbuffered():
        # One write: text and line end reach a buffered stream together.
        texts = []
        try:
            for value in values:
                texts.append(str(value))
        except BaseException:
            # What stands before it has been written by then.
            _machine.write(False, "".join([text + sep for text in texts]))
            raise
        _machine.write(False, sep.join(texts) + end)
    else:
        # CPython writes each part by itself; where nothing is buffered other threads come in between.
        first = True
        for value in values:
            if not first and sep:
                file.write(sep)
            first = False
            file.write(str(value))
        if end:
            file.write(end)
    if flush:
        file.flush()


# --- Dictionaries whose keys have their own hash and equality ------------------------------------------------------------

def _stored_key(container, wanted, key):
    for other in _machine.keys_with_hash(container, wanted):
        if other is key or other == key:
            return (other,)
    return None


def dict_getitem(container, key):
    wanted = hash(key)
    found = _stored_key(container, wanted, key)
    if found is None:
        if hasattr(type(container), "__missing__"):
            return type(container).__missing__(container, key)
        raise KeyError(key)
    return _machine.value_of_key(container, wanted, found[0])


def dict_setitem(container, key, value):
    wanted = hash(key)
    found = _stored_key(container, wanted, key)
    _machine.put_key(container, wanted, key if found is None else found[0], value)


def dict_delitem(container, key):
    wanted = hash(key)
    found = _stored_key(container, wanted, key)
    if found is None:
        raise KeyError(key)
    _machine.remove_key(container, wanted, found[0])


def dict_of(items):
    container = {}
    at = 0
    while at < len(items):
        dict_setitem(container, items[at], items[at + 1])
        at += 2
    return container


def set_add(container, key):
    wanted = hash(key)
    if _stored_key(container, wanted, key) is None:
        _machine.put_key(container, wanted, key, None)


def set_take_out(container, key, must_be_there):
    wanted = hash(key)
    found = _stored_key(container, wanted, key)
    if found is not None:
        _machine.remove_key(container, wanted, found[0])
    elif must_be_there:
        raise KeyError(key)


def set_of(items):
    container = set()
    for item in items:
        set_add(container, item)
    return container


def set_of_class(cls, items):
    container = set_of(items)
    if issubclass(cls, frozenset):
        return _machine.frozen(cls, container)
    if cls is set:
        return container
    result = cls()
    for item in container:
        set_add(result, item)
    return result


# --- Builtins ----------------------------------------------------------------------------------------------------------

_missing = object()


def make_enumerate(iterable=_missing, start=0):
    if iterable is _missing:
        raise TypeError("enumerate() missing required argument 'iterable'" + ("" if _machine.minor >= 11 else " (pos 1)"))
    return _enumerate(iter(iterable), start)


def _enumerate(iterator, at):
    for item in iterator:
        yield at, item
        at += 1


def make_zip(*iterables, strict=_missing):
    if strict is _missing:
        strict = False
    elif _machine.minor < 10:
        raise TypeError("zip() takes no keyword arguments")
    iterators = []
    for iterable in iterables:
        iterators.append(iter(iterable))
    return _zip(iterators, strict)


def _zip(iterators, strict):
    if not iterators:
        return
    while True:
        items = []
        at = 0
        for iterator in iterators:
            item = next(iterator, _nothing)
            if item is _nothing:
                if strict:
                    _check_strict(iterators, at)
                return
            items.append(item)
            at += 1
        yield tuple(items)


def _check_strict(iterators, at):
    if at:
        before = "argument 1" if at == 1 else "arguments 1-" + str(at)
        raise ValueError("zip() argument " + str(at + 1) + " is shorter than " + before)
    later = 1
    while later < len(iterators):
        if next(iterators[later], _nothing) is not _nothing:
            before = "argument 1" if later == 1 else "arguments 1-" + str(later)
            raise ValueError("zip() argument " + str(later + 1) + " is longer than " + before)
        later += 1


_nothing = object()


def make_map(function, *iterables):
    if not iterables:
        raise TypeError("map() must have at least two arguments.")
    if len(iterables) == 1:
        return _map_one(function, iter(iterables[0]))
    return _map_many(function, make_zip(*iterables))


def _map_one(function, iterator):
    for item in iterator:
        yield function(item)


def _map_many(function, iterator):
    for items in iterator:
        yield function(*items)


def make_filter(*args):
    if len(args) != 2:
        raise TypeError("filter expected 2 arguments, got " + str(len(args)))
    function, iterable = args
    return _filter(function, iter(iterable))


def _filter(function, iterator):
    for item in iterator:
        if item if function is None else function(item):
            yield item


def any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def sorted(*args, key=None, reverse=False):
    if len(args) != 1:
        raise TypeError("sorted expected 1 argument, got " + str(len(args)))
    items = []
    items.extend(args[0])
    items.sort(key=key, reverse=reverse)
    return items


def _extreme(name, args, key, default, greater):
    if len(args) == 1:
        iterator = iter(args[0])
    elif not args:
        raise TypeError(name + (" expected at least 1 argument, got 0" if _machine.minor >= 9 else " expected 1 argument, got 0"))
    else:
        if default is not _nothing:
            raise TypeError("Cannot specify a default for " + name + "() with multiple positional arguments")
        iterator = iter(args)
    best = next(iterator, _nothing)
    if best is _nothing:
        if default is not _nothing:
            return default
        if _machine.minor >= 12:
            raise ValueError(name + "() iterable argument is empty")
        raise ValueError(name + "() arg is an empty sequence")
    best_key = best if key is None else key(best)
    for item in iterator:
        item_key = item if key is None else key(item)
        if item_key > best_key if greater else item_key < best_key:
            best, best_key = item, item_key
    return best


def min(*args, key=None, default=_nothing):
    return _extreme("min", args, key, default, False)


def max(*args, key=None, default=_nothing):
    return _extreme("max", args, key, default, True)


def input(*args):
    import sys
    if len(args) > 1:
        raise TypeError("input expected at most 1 argument, got " + str(len(args)))
    if args:
        sys.stdout.write(str(args[0]))
    sys.stdout.flush()
    line = _machine.read_line()
    if line is None:
        raise EOFError("EOF when reading a line")
    return line


class Quitter:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "Use " + self.name + "() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    """Finds what was loaded; the program's text is searched for calls of this with the name of a module."""
    found = _machine.module_named(name if fromlist else name.partition(".")[0])
    if found is None:
        raise ModuleNotFoundError("No module named " + repr(name))
    return found


import builtins

for _function in (any, all, sorted, min, max, input, __import__):
    _function.__module__ = "builtins"
    setattr(builtins, _function.__name__, _function)
builtins.exit = Quitter("exit")
builtins.quit = Quitter("quit")


# --- Methods of built-in types whose parts have their own equality -----------------------------------------------------

def list_remove(items, item):
    at = 0
    while at < len(items):
        if items[at] is item or items[at] == item:
            del items[at]
            return
        at += 1
    raise ValueError("list.remove(x): x not in list")


# --- Frames and code objects, as far as a program may look at them ---------------------------------------------------------

class Member:
    """What `__slots__` leaves on the class for each name (`Objects/descrobject.c`, `PyDescr_NewMember`)."""

    def __init__(self, owner, name):
        self.__objclass__, self.__name__ = owner, name

    def __repr__(self):
        return "<member '" + self.__name__ + "' of '" + self.__objclass__.__name__ + "' objects>"

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.__name__)

    def __set__(self, instance, value):
        setattr(instance, self.__name__, value)


Member.__name__ = Member.__qualname__ = "member_descriptor"


class code:
    co_consts = co_names = ()

    def __init__(self, place):
        self.co_filename, self.co_name, self.co_qualname, self.co_firstlineno = place[0], place[2], place[3], place[4]

    def __repr__(self):
        return ("<code object " + self.co_name + " at " + hex(id(self)) + ", file \"" + self.co_filename + "\", line "
                + str(self.co_firstlineno) + ">")


class frame:
    f_trace = None

    def __init__(self, parts, back):
        self.f_code = code(parts)
        self.f_lineno = parts[1]
        self.f_globals = parts[5]
        self.f_locals = dict(parts[6]) if isinstance(parts[6], list) else parts[6]
        self.f_back = back

    def clear(self):
        pass

    def __repr__(self):
        return ("<frame at " + hex(id(self)) + ", file '" + self.f_code.co_filename + "', line " + str(self.f_lineno)
                + ", code " + self.f_code.co_name + ">")


def frame_of(places):
    """The last of these frames, with those before it behind it."""
    made = None
    for place in places:
        made = frame(place, made)
    return made


def frame_of_traceback(traceback):
    return frame(_machine.traceback_frames(traceback)[0][:6] + ([],), None)
