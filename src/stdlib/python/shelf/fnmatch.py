"""The module `fnmatch`."""
# Not modelled: translate


def fnmatchcase(name, pat):
    """Where there is a choice the last star takes one character more."""
    at = position = 0
    star, retry = -1, 0
    while at < len(name):
        fits, following = _one(name[at], pat, position) if position < len(pat) else (False, position)
        if position < len(pat) and pat[position] == "*":
            star, retry = position, at
            position += 1
        elif fits:
            at += 1
            position = following
        elif star >= 0:
            retry += 1
            at, position = retry, star + 1
        else:
            return False
    return not pat[position:].strip("*")


def _one(character, pat, position):
    """Whether the character fits what stands there, and where the pattern goes on."""
    letter = pat[position]
    if letter == "?":
        return True, position + 1
    if letter != "[":
        return letter == character, position + 1
    end = position + 1
    negated = pat[end:end + 1] == "!"
    first = end + negated
    end = pat.find("]", first + 1)
    if end < 0:
        return character == "[", position + 1
    inside = pat[first:end]
    found = False
    at = 0
    while at < len(inside):
        if at + 2 < len(inside) and inside[at + 1] == "-":
            found = found or inside[at] <= character <= inside[at + 2]
            at += 3
        else:
            found = found or inside[at] == character
            at += 1
    return found != negated, end + 1


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
