"""The module `textwrap`."""


def dedent(text):
    margin = None
    lines = text.split("\n")
    for line in lines:
        stripped = line.lstrip(" \t")
        if stripped:
            indent = line[:len(line) - len(stripped)]
            if margin is None:
                margin = indent
            while not indent.startswith(margin):
                margin = margin[:-1]
    size = len(margin or "")
    return "\n".join([line[size:] if line.strip() else "" for line in lines])


def indent(text, prefix, predicate=None):
    return "".join([prefix + line if (predicate(line) if predicate else line.strip()) else line
                    for line in text.splitlines(keepends=True)])


def wrap(text, width=70, *, initial_indent="", subsequent_indent=""):
    lines = []
    line = initial_indent
    empty = True
    for word in text.split():
        if not empty and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = subsequent_indent
            empty = True
        line += word if empty else " " + word
        empty = False
    if not empty:
        lines.append(line)
    return lines


def fill(text, width=70, **keywords):
    return "\n".join(wrap(text, width, **keywords))


def shorten(text, width, *, placeholder=" [...]"):
    words = text.split()
    if len(" ".join(words)) <= width:
        return " ".join(words)
    while words and len(" ".join(words) + placeholder) > width:
        words.pop()
    return " ".join(words) + placeholder if words else placeholder.strip()
