"""The module `base64`."""
# Not modelled: a85decode a85encode b32hexdecode b32hexencode z85decode z85encode decode encode main

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class Error(ValueError):
    """`binascii.Error`."""


Error.__module__ = "binascii"


def _bytes(s):
    return s.encode("ascii") if isinstance(s, str) else bytes(s)


def b64encode(s, altchars=None):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    out = []
    for at in range(0, len(s), 3):
        part = s[at:at + 3]
        number = int.from_bytes(part + bytes(3 - len(part)), "big")
        text = "".join([_LETTERS[number >> shift & 63] for shift in (18, 12, 6, 0)])
        out.append(text[:len(part) + 1] + "=" * (3 - len(part)))
    text = "".join(out)
    if altchars is not None:
        text = text.replace("+", chr(altchars[0])).replace("/", chr(altchars[1]))
    return text.encode()


def b64decode(s, altchars=None, validate=False):
    text = _bytes(s).decode("ascii")
    if altchars is not None:
        text = text.replace(chr(altchars[0]), "+").replace(chr(altchars[1]), "/")
    digits = [_LETTERS.index(letter) for letter in text if letter in _LETTERS]
    if len(digits) % 4 == 1:
        raise Error("Invalid base64-encoded string: number of data characters (" + str(len(digits))
                    + ") cannot be 1 more than a multiple of 4")
    if (len(digits) + text.count("=")) % 4:
        raise Error("Incorrect padding")
    out = []
    for at in range(0, len(digits), 4):
        part = digits[at:at + 4]
        number = 0
        for digit in part + [0] * (4 - len(part)):
            number = number << 6 | digit
        out.append(number.to_bytes(3, "big")[:len(part) - 1])
    return b"".join(out)


standard_b64encode, standard_b64decode = b64encode, b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


_LETTERS_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
# How many letters stand for so many bytes of the last five.
_LETTERS_OF_REST = (0, 2, 4, 5, 7, 8)


def b32encode(s):
    if isinstance(s, str):
        raise TypeError("memoryview: a bytes-like object is required, not 'str'")
    out = []
    for at in range(0, len(s), 5):
        part = s[at:at + 5]
        number = int.from_bytes(part + bytes(5 - len(part)), "big")
        text = "".join([_LETTERS_32[number >> shift & 31] for shift in range(35, -1, -5)])
        out.append(text[:_LETTERS_OF_REST[len(part)]].ljust(8, "="))
    return "".join(out).encode()


def b32decode(s, casefold=False, map01=None):
    text = _bytes(s).decode("ascii")
    if len(text) % 8:
        raise Error("Incorrect padding")
    text = (text.upper() if casefold else text).rstrip("=")
    out = []
    for at in range(0, len(text), 8):
        part = text[at:at + 8]
        number = 0
        for letter in part.ljust(8, "A"):
            if letter not in _LETTERS_32:
                raise Error("Non-base32 digit found")
            number = number << 5 | _LETTERS_32.index(letter)
        if len(part) not in _LETTERS_OF_REST:
            raise Error("Incorrect padding")
        out.append(number.to_bytes(5, "big")[:_LETTERS_OF_REST.index(len(part))])
    return b"".join(out)


def b16encode(s):
    return s.hex().upper().encode()


def b16decode(s, casefold=False):
    return bytes.fromhex(_bytes(s).decode())
