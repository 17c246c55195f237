"""Reading of dates: `time.strptime` and `datetime.strptime`."""

import _machine

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# The most digits, the least and the greatest value.
_NUMBERS = {"d": (2, 1, 31), "H": (2, 0, 23), "I": (2, 1, 12), "j": (3, 1, 366), "m": (2, 1, 12), "M": (2, 0, 59),
            "S": (2, 0, 61), "U": (2, 0, 53), "W": (2, 0, 53), "w": (1, 0, 6), "u": (1, 1, 7), "y": (2, 0, 99)}
_LONG = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "T": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d",
         "R": "%H:%M"}


def strptime(text, format):
    """Year, month, day, hour, minute, second, weekday, day of the year, microsecond, offset in seconds or None, zone."""
    for position, value in enumerate((text, format)):
        if not isinstance(value, str):
            raise TypeError("strptime() argument " + str(position) + " must be str, not " + repr(type(value)))
    for letter, meaning in _LONG.items():
        if letter in "cxX" or _machine.minor >= 15:
            format = format.replace("%" + letter, meaning)
    found = {}
    at = _match(text, format, found)
    if at is None:
        raise ValueError("time data %r does not match format %r" % (text, format))
    if at < len(text):
        raise ValueError("unconverted data remains: %s" % text[at:])
    year = found.get("Y")
    if "y" in found:
        year = found["y"] + (2000 if found["y"] <= 68 else 1900)
    hour = found.get("H", 0)
    if "I" in found:
        hour = found["I"] % 12 + (12 if found.get("p") == "pm" else 0)
    month, day = found.get("m", 1), found.get("d", 1)
    leap = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if leap else 1900
    first = _machine.days_of_date(year, 1, 1)
    if "j" in found and "m" not in found and "d" not in found:
        month, day = _machine.date_of_days(first + found["j"] - 1)[1:]
    elif "m" in found or "d" in found:
        if day > _machine.days_in_month(year, month):
            raise ValueError("day is out of range for month" if _machine.minor < 14 else
                             "day %d must be in range 1..%d for month %d in year %d" % (day, _machine.days_in_month(year, month), month, year))
    days = _machine.days_of_date(year, month, day)
    return (1900 if leap else year, month, day, hour, found.get("M", 0), found.get("S", 0), (days + 3) % 7, days - first + 1,
            found.get("f", 0), found.get("z"), found.get("Z"))


def _match(text, format, found):
    at = position = 0
    while position < len(format):
        letter = format[position]
        position += 1
        if letter.isspace():
            while position < len(format) and format[position].isspace():
                position += 1
            end = at
            while end < len(text) and text[end].isspace():
                end += 1
            if end == at:
                return None
            at = end
            continue
        if letter != "%":
            if text[at:at + 1].lower() != letter.lower():
                return None
            at += 1
            continue
        if position == len(format):
            raise ValueError("stray %% in format '%s'" % format)
        letter = format[position]
        position += 1
        if letter == "%":
            if text[at:at + 1] != "%":
                return None
            at += 1
            continue
        at = _directive(letter, text, at, found, format)
        if at is None:
            return None
    return at


def _directive(letter, text, at, found, format):
    """Where the text goes on, None if it does not fit."""
    if letter in _NUMBERS:
        most, least, greatest = _NUMBERS[letter]
        start = at
        if letter == "d" and text[at:at + 1] == " ":
            start += 1
            most = 1
        for count in range(most, 0, -1):
            digits = text[start:start + count]
            if len(digits) == count and digits.isdigit() and least <= int(digits) <= greatest:
                if letter == "y" and count < 2:
                    return None
                found[letter] = int(digits)
                return start + count
        return None
    if letter == "Y":
        digits = text[at:at + 4]
        if len(digits) < 4 or not digits.isdigit():
            return None
        found["Y"] = int(digits)
        return at + 4
    if letter == "f":
        end = at
        while end < len(text) and end < at + 6 and text[end].isdigit():
            end += 1
        if end == at:
            return None
        found["f"] = int((text[at:end] + "00000")[:6])
        return end
    if letter in "bBaA":
        lower = text[at:].lower()
        for number, name in enumerate(_MONTHS if letter in "bB" else _DAYS):
            name = name if letter in "BA" else name[:3]
            if lower.startswith(name):
                if letter in "bB":
                    found["m"] = number + 1
                return at + len(name)
        return None
    if letter == "p":
        if text[at:at + 2].lower() not in ("am", "pm"):
            return None
        found["p"] = text[at:at + 2].lower()
        return at + 2
    if letter == "z":
        if text[at:at + 1] in ("Z", "z"):
            found["z"] = 0
            return at + 1
        if text[at:at + 1] not in ("+", "-"):
            return None
        digits = ""
        end = at + 1
        while end < len(text) and len(digits) < 6 and (text[end].isdigit() or text[end] == ":"):
            digits += text[end] if text[end] != ":" else ""
            end += 1
        if len(digits) not in (4, 6):
            return None
        seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:] or 0)
        found["z"] = -seconds if text[at] == "-" else seconds
        return end
    if letter == "Z":
        for name in ("UTC", "GMT"):
            if text[at:at + 3].upper() == name:
                found["Z"] = name
                return at + 3
        return at
    raise ValueError("'%s' is a bad directive in format '%s'" % (letter, format))
