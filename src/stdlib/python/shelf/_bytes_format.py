"""`%` of bytes; loaded where a program has it behind a literal."""

import builtins


def _bytes_for_percent(value):
    if isinstance(value, (bytes, bytearray)):
        return value.decode("latin-1")
    if hasattr(type(value), "__bytes__"):
        return bytes(value).decode("latin-1")
    raise TypeError("%b requires a bytes-like object, or an object that implements __bytes__, not '" + type(value).__name__ + "'")


def _formatted(template, values):
    """`b"%d %s" % values` (PEP 461), by way of text: `%s` is `%b` and takes bytes, `%r` is `%a`."""
    text, parts, at, given = template.decode("latin-1"), [], 0, []
    items = values if isinstance(values, tuple) else (values,)
    is_mapping = isinstance(values, dict)
    while at < len(text):
        start = text.find("%", at)
        if start < 0:
            break
        parts.append(text[at:start])
        at, key, stars = start + 1, None, 0
        if text[at:at + 1] == "(":
            end = text.find(")", at)
            key = text[at + 1:end].encode("latin-1")
            at = end + 1
        flags = at
        while text[at:at + 1] and text[at] in "#0- +.*0123456789hlL":
            stars += text[at] == "*"
            at += 1
        kind = text[at:at + 1]
        parts.append("%" + text[flags:at] + ("s" if kind == "b" else "a" if kind == "r" else kind))
        at += 1
        if kind == "%" or not kind:
            continue
        taken = list(items[len(given):len(given) + stars])
        if key is not None and is_mapping:
            value = values[key]
        elif len(given) + stars < len(items):
            value = items[len(given) + stars]
        else:
            raise TypeError("not enough arguments for format string")
        if kind in "sb":
            value = _bytes_for_percent(value)
        elif kind == "c" and isinstance(value, (bytes, bytearray)):
            value = value.decode("latin-1")
        given += taken + [value]
    parts.append(text[at:])
    if not is_mapping and len(given) < len(items):
        raise TypeError("not all arguments converted during bytes formatting")
    return type(template)(("".join(parts) % tuple(given)).encode("latin-1"))


setattr(builtins, ".bytes_percent", _formatted)
