"""The module `textwrap`."""

_WHITESPACE = "\t\n\x0b\x0c\r "


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
                 *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        """Words and the spaces between them; a word is cut behind its hyphens and around its dashes."""
        chunks = []
        at = 0
        while at < len(text):
            end = at
            if text[at] in _WHITESPACE:
                while end < len(text) and text[end] in _WHITESPACE:
                    end += 1
                chunks.append(text[at:end])
            else:
                while end < len(text) and text[end] not in _WHITESPACE:
                    end += 1
                chunks += _parts(text[at:end]) if self.break_on_hyphens else [text[at:end]]
            at = end
        return chunks

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                chunks.pop()
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum([len(chunk) for chunk in line])
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line.pop())
            if not line:
                continue
            if self.max_lines is None or len(lines) + 1 < self.max_lines or (
                    not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and length <= width:
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + "".join(line))
                    break
                length -= len(line.pop())
            else:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def _handle_long_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            chunk = chunks[-1]
            end = space
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind("-", 0, space)
                if hyphen > 0 and chunk[:hyphen].strip("-"):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for character in _WHITESPACE:
                text = text.replace(character, " ")
        chunks = [chunk for chunk in self._split(text) if chunk]
        if self.fix_sentence_endings:
            for at in range(len(chunks) - 1):
                word = chunks[at].rstrip("\"'")
                if chunks[at + 1] == " " and word[-1:] in (".", "!", "?") and word[-2:-1].islower():
                    chunks[at + 1] = "  "
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))


def _parts(word):
    """`well-known` is `well-` and `known`; `a--b` is `a`, `--` and `b`."""
    parts = []
    start = at = 0
    while at < len(word):
        if word[at] != "-":
            at += 1
            continue
        end = at
        while end < len(word) and word[end] == "-":
            end += 1
        if end - at >= 2 and start < at and end < len(word):
            parts += [word[start:at], word[at:end]]
            start = end
        elif (end - at == 1 and at - start >= 2 and word[at - 2:at].isalpha() and word[end:end + 2].isalpha()
              and len(word[end:]) >= 2):
            parts.append(word[start:end])
            start = end
        at = end
    parts.append(word[start:])
    return parts


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = ["" if not line.strip() else line for line in text.split("\n")]
    margin = None
    for line in lines:
        if line:
            indent = line[:len(line) - len(line.lstrip(" \t"))]
            if margin is None:
                margin = indent
            while not indent.startswith(margin):
                margin = margin[:-1]
    size = len(margin or "")
    return "\n".join([line[size:] for line in lines])


def indent(text, prefix, predicate=None):
    return "".join([prefix + line if (predicate(line) if predicate else line.strip()) else line
                    for line in text.splitlines(keepends=True)])
