"""The parts of the methods of built-in types that call code of the program: key functions, iterators, comparisons,
`__str__` and their like. `template_pieces`, `percent_kinds` and others come from Rust (`stdlib/types`).
"""

import _machine
from _internal import iterator_and_length


def join(separator, iterable):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError("can only join an iterable") from None
    return separator.join(list(iterator))


def translate(text, table):
    parts = []
    for character in text:
        try:
            replacement = table[ord(character)]
        except LookupError:
            parts.append(character)
            continue
        if replacement is None:
            continue
        if isinstance(replacement, int):
            replacement = chr(replacement)
        elif not isinstance(replacement, str):
            raise TypeError("character mapping must return integer, None or str")
        parts.append(replacement)
    return "".join(parts)


def format_by_parts(template, positional, mapping):
    return format_pieces(template_pieces(template), positional, mapping)


def format_pieces(pieces, positional, mapping):
    parts = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
            continue
        if isinstance(piece, BaseException):
            raise piece
        root, path, conversion, specification = piece
        if isinstance(root, str):
            value = mapping[root]
        elif positional is None:
            raise ValueError("Format string contains positional fields")
        elif root < len(positional):
            value = positional[root]
        else:
            raise IndexError("Replacement index %d out of range for positional args tuple" % root)
        for is_attribute, name in path:
            if is_attribute is None:
                raise name
            value = getattr(value, name) if is_attribute else value[name]
        if conversion == "r":
            value = repr(value)
        elif conversion == "s":
            value = str(value)
        elif conversion == "a":
            value = ascii(value)
        elif conversion is not None:
            conversion_error(conversion)
        parts.append(format(value, format_pieces(specification, positional, mapping)))
    return "".join(parts)


def percent_by_parts(template, values):
    items = values if isinstance(values, tuple) else (values,)
    prepared = []
    at = 0
    for kind, key, stars in percent_kinds(template, values):
        at += stars
        if key is not None:
            value = values[key]
        elif at < len(items):
            value = items[at]
            at += 1
        else:
            break
        prepared.append(percent_value(kind, value))
    return percent_prepared(template, values, prepared)


def percent_value(kind, value):
    if kind == "s":
        return str(value)
    if kind in "ra":
        return repr(value)
    if isinstance(value, (int, float)):
        return value
    if kind in "diu":
        methods = ("__index__", "__int__")
    elif kind in "oxX":
        methods = ("__index__",)
    elif kind in "eEfFgG":
        methods = ("__float__", "__index__")
    else:
        return value
    for name in methods:
        method = getattr(type(value), name, None)
        if method is not None:
            return method(value)
    return value


def list_extend(sequence, iterable):
    for item in iterator_and_length(iterable):
        sequence.append(item)


def list_remove(sequence, value):
    for at, item in enumerate(sequence):
        if item is value or item == value:
            del sequence[at]
            return
    raise ValueError("list.remove(x): x not in list")


def sequence_index(sequence, value, start, stop):
    for at in range(start, min(stop, len(sequence))):
        item = sequence[at]
        if item is value or item == value:
            return at
    if isinstance(sequence, list):
        raise ValueError("%r is not in list" % (value,))
    if isinstance(sequence, tuple):
        raise ValueError("tuple.index(x): x not in tuple")
    raise ValueError("sequence.index(x): x not in sequence")


def sequence_count(sequence, value):
    found = 0
    for item in sequence:
        if item is value or item == value:
            found += 1
    return found


def sort(sequence, key, reverse):
    items = take_items(sequence)
    result = items
    try:
        keys = items if key is None else [key(item) for item in items]
        positions = sorted_positions(keys, reverse)
        if positions is None:
            positions = list(range(len(keys)))
            positions = (insertion_sort if len(keys) < 64 else merge_sort)(positions, keys, reverse)
        result = [items[position] for position in positions]
        if len(sequence) > 0:
            raise ValueError("list modified during sort")
    finally:
        put_items(sequence, result)


def insertion_sort(positions, keys, reverse):
    # The comparisons of `count_run` and `binarysort` in `Objects/listobject.c`, which a `__lt__` can show.
    if reverse:
        positions.reverse()
    items = [keys[position] for position in positions]
    count = len(items)
    run = first_run(items, positions, count) if _machine.minor >= 13 else first_run_before_3_13(items, positions, count)
    for at in range(run, count):
        item, position = items[at], positions[at]
        low, high = 0, at
        while low < high:
            middle = (low + high) // 2
            if item < items[middle]:
                high = middle
            else:
                low = middle + 1
        items[low + 1:at + 1] = items[low:at]
        positions[low + 1:at + 1] = positions[low:at]
        items[low], positions[low] = item, position
    if reverse:
        positions.reverse()
    return positions


def turn(items, positions, start, stop):
    items[start:stop] = items[start:stop][::-1]
    positions[start:stop] = positions[start:stop][::-1]


def first_run_before_3_13(items, positions, count):
    if count < 2:
        return count
    falling = True if items[1] < items[0] else False
    run = 2
    while run < count and (True if items[run] < items[run - 1] else False) == falling:
        run += 1
    if falling:
        turn(items, positions, 0, run)
    return run


def first_run(items, positions, count):
    run = 1
    while run < count and not items[run] < items[run - 1]:
        run += 1
    if run >= count:
        return count
    if run > 1:
        if items[0] < items[run - 1]:
            return run
        turn(items, positions, 0, run)
    run += 1
    equal = 0
    while run < count:
        if items[run] < items[run - 1]:
            turn(items, positions, run - 1 - equal, run)
            equal = 0
        elif items[run - 1] < items[run]:
            break
        else:
            equal += 1
        run += 1
    turn(items, positions, run - 1 - equal, run)
    turn(items, positions, 0, run)
    while run < count and not items[run] < items[run - 1]:
        run += 1
    return run


def merge_sort(positions, keys, reverse):
    if len(positions) < 2:
        return positions
    middle = len(positions) // 2
    left = merge_sort(positions[:middle], keys, reverse)
    right = merge_sort(positions[middle:], keys, reverse)
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        a, b = keys[left[i]], keys[right[j]]
        if (a < b) if reverse else (b < a):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


def dict_get(mapping, key, default):
    return mapping[key] if key in mapping else default


MISSING = object()


def dict_pop(mapping, key, default=MISSING):
    if key in mapping:
        value = mapping[key]
        del mapping[key]
        return value
    if default is MISSING:
        raise KeyError(key)
    return default


def namespace_popitem(mapping):
    names = list(mapping)
    if not names:
        raise KeyError("popitem(): dictionary is empty")
    return (names[-1], dict_pop(mapping, names[-1]))


def namespace_clear(mapping):
    for name in list(mapping):
        del mapping[name]


def dict_setdefault(mapping, key, default):
    if key in mapping:
        return mapping[key]
    mapping[key] = default
    return default


def dict_update(mapping, source, keywords):
    if hasattr(source, "keys"):
        for key in source.keys():
            mapping[key] = source[key]
    else:
        for at, pair in enumerate(source):
            try:
                pair = tuple(pair)
            except TypeError:
                raise TypeError(
                    "cannot convert dictionary update sequence element #%d to a sequence" % at
                ) from None
            if len(pair) != 2:
                raise ValueError(
                    "dictionary update sequence element #%d has length %d; 2 is required" % (at, len(pair))
                )
            mapping[pair[0]] = pair[1]
    for name in keywords:
        mapping[name] = keywords[name]


def dict_fromkeys(cls, keys, value):
    mapping = cls()
    for key in keys:
        mapping[key] = value
    return mapping


def isdisjoint(view, other):
    for item in other:
        if item in view:
            return False
    return True


def with_sets(receiver, method, others):
    if method == "update":
        for other in others:
            for item in other:
                receiver.add(item)
        return None
    return getattr(receiver, method)(*[set(other) for other in others])


def bytes_by_text(method, receiver, *args):
    kind = type(receiver)

    def text_of(value):
        if isinstance(value, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return value.decode("latin-1") if isinstance(value, (bytes, bytearray)) else value

    def bytes_of(value):
        return kind(value.encode("latin-1")) if isinstance(value, str) else value

    made = getattr(receiver.decode("latin-1"), method)(*[text_of(arg) for arg in args])
    return tuple([bytes_of(part) for part in made]) if isinstance(made, tuple) else bytes_of(made)


def bytes_translate(receiver, table, delete):
    if table is not None and len(table) != 256:
        raise ValueError("translation table must be 256 characters long")
    kept = [byte for byte in receiver if delete is None or byte not in delete]
    return type(receiver)(kept if table is None else [table[byte] for byte in kept])


def bytes_maketrans(frm, to):
    if len(frm) != len(to):
        raise ValueError("maketrans arguments must have same length")
    table = list(range(256))
    for old, new in zip(frm, to):
        table[old] = new
    return bytes(table)


def bytearray_insert(receiver, index, byte):
    # An item is checked as one that is appended.
    receiver.append(byte)
    receiver.pop()
    receiver[index:index] = [byte]


def bytearray_remove(receiver, byte):
    at = receiver.find(byte)
    if at < 0:
        raise ValueError("value not found in bytearray")
    del receiver[at]
