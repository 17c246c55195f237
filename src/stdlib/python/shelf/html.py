"""The module `html`: the escapes that matter for text, and the commonest named characters."""

import _machine

_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae", "euro": "\u20ac",
          "pound": "\xa3", "yen": "\xa5", "cent": "\xa2", "sect": "\xa7", "deg": "\xb0", "plusmn": "\xb1", "micro": "\xb5",
          "para": "\xb6", "middot": "\xb7", "times": "\xd7", "divide": "\xf7", "ndash": "\u2013", "mdash": "\u2014",
          "lsquo": "\u2018", "rsquo": "\u2019", "ldquo": "\u201c", "rdquo": "\u201d", "bull": "\u2022", "hellip": "\u2026",
          "trade": "\u2122", "larr": "\u2190", "rarr": "\u2192", "auml": "\xe4", "ouml": "\xf6", "uuml": "\xfc", "Auml": "\xc4",
          "Ouml": "\xd6", "Uuml": "\xdc", "szlig": "\xdf", "eacute": "\xe9", "egrave": "\xe8", "agrave": "\xe0", "ccedil": "\xe7"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace("\"", "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    parts = s.split("&")
    text = parts[0]
    for part in parts[1:]:
        name, end, rest = part.partition(";")
        found = _character(name) if end else None
        text += "&" + part if found is None else found + rest
    return text


def _character(name):
    if name[:1] != "#":
        if name not in _NAMED and name.isalnum():
            _machine.not_supported("not supported here: html.unescape of the character " + repr("&" + name + ";"))
        return _NAMED.get(name)
    digits, base = (name[2:], 16) if name[1:2] in ("x", "X") else (name[1:], 10)
    try:
        return chr(int(digits, base))
    except (ValueError, OverflowError):
        return None
