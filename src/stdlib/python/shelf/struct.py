"""The module `struct`."""

import _machine
import math

# The letter of a format: how many bytes by native rules, how many by standard ones, signed or not.
_INTEGERS = {
    "b": (1, 1, True), "B": (1, 1, False), "h": (2, 2, True), "H": (2, 2, False), "i": (4, 4, True), "I": (4, 4, False),
    "l": (8, 4, True), "L": (8, 4, False), "q": (8, 8, True), "Q": (8, 8, False), "n": (8, 8, True), "N": (8, 8, False),
    "P": (8, 8, False),
}
# Of floats: bytes, bits of the exponent, bits of the fraction.
_FLOATS = {"e": (2, 5, 10), "f": (4, 8, 23), "d": (8, 11, 52)}


class error(Exception):
    pass


error.__module__ = "struct"


def _parse(format):
    """`(byte order, [(letter, count, size, bytes of padding before it)], whole size)`."""
    if isinstance(format, bytes):
        format = format.decode("ascii")
    if not isinstance(format, str):
        raise TypeError("Struct() argument 1 must be a str or bytes object, not " + type(format).__name__)
    mark, native = "little", True
    if format[:1] in ("@", "=", "<", ">", "!") and format:
        native = format[0] == "@"
        mark = "big" if format[0] in ">!" else "little"
        format = format[1:]
    fields, size, digits = [], 0, ""
    for letter in format:
        if letter.isdigit():
            digits += letter
            continue
        if letter.isspace():
            if digits:
                raise error("repeat count given without format specifier")
            continue
        if letter in _INTEGERS and (native or letter not in "nNP"):
            width = _INTEGERS[letter][0 if native else 1]
        elif letter in _FLOATS:
            width = _FLOATS[letter][0]
        elif letter in "xcsp?":
            width = 1
        else:
            raise error("bad char in struct format")
        count = int(digits) if digits else 1
        padding = -size % width if native and letter not in "xsp" else 0
        fields.append((letter, count, width, padding))
        size += padding + count * width
        digits = ""
    if digits:
        raise error("repeat count given without format specifier")
    return mark, fields, size


def _count(fields):
    return sum([1 if letter in "sp" else 0 if letter == "x" else count for letter, count, _, _ in fields])


def _pack_integer(value, letter, width, order):
    if not isinstance(value, int):
        if not hasattr(type(value), "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
    signed = _INTEGERS[letter][2]
    lowest = -(1 << 8 * width - 1) if signed else 0
    highest = (1 << 8 * width - signed) - 1
    if not lowest <= value <= highest:
        name = repr(letter)
        if _machine.minor < 12:
            is_negative = value < 0 and not signed and (letter in "IL" or width == 2 and order == "big")
            if width == 8 or is_negative or not -(1 << 63) <= value < 1 << 63:
                raise error("argument out of range")
            # The tables of the machine's own order have names for the short ones (`Modules/_struct.c`).
            if order == "little" or width == 1:
                name = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}.get(letter, name)
            if _machine.minor < 11 and width == 2 and order == "little":
                lowest, highest = ("(-0x7fff - 1)", "0x7fff") if signed else (0, "(0x7fff * 2 + 1)")
        raise error(name + " format requires " + str(lowest) + " <= number <= " + str(highest))
    return (value & (1 << 8 * width) - 1).to_bytes(width, order)


def _pack_float(value, letter, order):
    width, exponent_bits, fraction_bits = _FLOATS[letter]
    try:
        value = float(value)
    except (TypeError, ValueError):
        raise error("required argument is not a float") from None
    bias = (1 << exponent_bits - 1) - 1
    top = (1 << exponent_bits) - 1
    sign = math.copysign(1.0, value) < 0
    value = abs(value)
    if value != value:
        exponent, fraction = top, 1 << fraction_bits - 1
    elif math.isinf(value):
        exponent, fraction = top, 0
    elif value == 0:
        exponent = fraction = 0
    else:
        _, power = math.frexp(value)
        exponent = max(power - 1 + bias, 1)
        # In units of the last place; `round` goes to the even one of two that are equally near, as it must.
        fraction = round(math.ldexp(value, fraction_bits - (exponent - bias)))
        if fraction >> fraction_bits + 1:
            fraction >>= 1
            exponent += 1
        if fraction >> fraction_bits:
            fraction -= 1 << fraction_bits
        else:
            exponent = 0
        if exponent >= top:
            raise OverflowError("float too large to pack with " + letter + " format")
    number = (int(sign) << exponent_bits | exponent) << fraction_bits | fraction
    return number.to_bytes(width, order)


def _unpack_float(data, letter, order):
    width, exponent_bits, fraction_bits = _FLOATS[letter]
    number = int.from_bytes(data, order)
    fraction = number & (1 << fraction_bits) - 1
    exponent = number >> fraction_bits & (1 << exponent_bits) - 1
    bias = (1 << exponent_bits - 1) - 1
    if exponent == (1 << exponent_bits) - 1:
        value = math.nan if fraction else math.inf
    elif exponent:
        value = math.ldexp(float(fraction | 1 << fraction_bits), exponent - bias - fraction_bits)
    else:
        value = math.ldexp(float(fraction), 1 - bias - fraction_bits)
    return -value if number >> 8 * width - 1 else value


def _pack(format, values, prefix="pack"):
    order, fields, _ = _parse(format)
    wanted = _count(fields)
    if len(values) != wanted:
        raise error(prefix + " expected " + str(wanted) + " items for packing (got " + str(len(values)) + ")")
    out = []
    at = 0
    for letter, count, width, padding in fields:
        out.append(bytes(padding))
        if letter == "x":
            out.append(bytes(count))
            continue
        if letter in "sp":
            value = values[at]
            at += 1
            if not isinstance(value, (bytes, bytearray)):
                raise error("argument for " + repr(letter) + " must be a bytes object")
            value = bytes(value)
            if letter == "p":
                value = bytes([min(len(value), count - 1, 255)]) + value[:count - 1] if count else b""
            out.append(value[:count] + bytes(count - len(value[:count])))
            continue
        for value in values[at:at + count]:
            if letter == "c":
                if not isinstance(value, bytes) or len(value) != 1:
                    raise error("char format requires a bytes object of length 1")
                out.append(value)
            elif letter == "?":
                out.append(b"\x01" if value else b"\x00")
            elif letter in _FLOATS:
                out.append(_pack_float(value, letter, order))
            else:
                out.append(_pack_integer(value, letter, width, order))
        at += count
    return b"".join(out)


def _unpack(format, data):
    order, fields, _ = _parse(format)
    found = []
    at = 0
    for letter, count, width, padding in fields:
        at += padding
        if letter in "xsp":
            part = data[at:at + count]
            at += count
            if letter == "s":
                found.append(bytes(part))
            elif letter == "p":
                found.append(bytes(part[1:1 + part[0]]) if count else b"")
            continue
        for _ in range(count):
            part = bytes(data[at:at + width])
            at += width
            if letter == "c":
                found.append(part)
            elif letter == "?":
                found.append(part != b"\x00")
            elif letter in _FLOATS:
                found.append(_unpack_float(part, letter, order))
            else:
                found.append(int.from_bytes(part, order, signed=_INTEGERS[letter][2]))
    return tuple(found)


def _bytes(buffer):
    if not isinstance(buffer, (bytes, bytearray)):
        raise TypeError("a bytes-like object is required, not '" + type(buffer).__name__ + "'")
    return buffer


def calcsize(format):
    return _parse(format)[2]


def pack(format, *values):
    return _pack(format, values)


def unpack(format, buffer):
    size = calcsize(format)
    if len(_bytes(buffer)) != size:
        raise error("unpack requires a buffer of " + str(size) + " bytes")
    return _unpack(format, buffer)


def unpack_from(format, buffer, offset=0):
    size = calcsize(format)
    at = offset + len(buffer) if offset < 0 else offset
    if len(_bytes(buffer)) - at < size:
        raise error("unpack_from requires a buffer of at least " + str(at + size) + " bytes for unpacking " + str(size)
                    + " bytes at offset " + str(at) + " (actual buffer size is " + str(len(buffer)) + ")")
    return _unpack(format, buffer[at:at + size])


def pack_into(format, buffer, offset, *values):
    data = _pack(format, values, "pack_into")
    at = offset + len(buffer) if offset < 0 else offset
    if len(buffer) - at < len(data):
        raise error("pack_into requires a buffer of at least " + str(at + len(data)) + " bytes for packing " + str(len(data))
                    + " bytes at offset " + str(at) + " (actual buffer size is " + str(len(buffer)) + ")")
    buffer[at:at + len(data)] = data


def iter_unpack(format, buffer):
    size = calcsize(format)
    if not size:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(_bytes(buffer)) % size:
        raise error("iterative unpacking requires a buffer of a multiple of " + str(size) + " bytes")
    return iter([_unpack(format, buffer[at:at + size]) for at in range(0, len(buffer), size)])


class Struct:
    def __init__(self, format):
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values):
        return _pack(self.format, values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
