"""The module `shlex`: `split`, `quote` and `join`."""
# Not modelled: shlex

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def split(s, comments=False, posix=True):
    words, word, quote, at = [], None, "", 0
    while at < len(s):
        char = s[at]
        at += 1
        if quote:
            if char == quote:
                quote = ""
                word += "" if posix else char
            elif char == "\\" and quote == "\"" and posix and s[at:at + 1] in ("\"", "\\"):
                word += s[at]
                at += 1
            else:
                word += char
        elif char in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif char in "'\"":
            quote = char
            word = (word or "") + ("" if posix else char)
        elif char == "\\" and posix:
            if at == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[at]
            at += 1
        elif char == "#" and comments:
            while at < len(s) and s[at] != "\n":
                at += 1
        else:
            word = (word or "") + char
    if quote:
        raise ValueError("No closing quotation")
    return words if word is None else words + [word]


def quote(s):
    if not s:
        return "''"
    if all([char in _SAFE for char in s]):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])
