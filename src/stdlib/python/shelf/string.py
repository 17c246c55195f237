"""The module `string`."""

import _type_methods

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Pairs of literal text and what follows it: a name, a lone `$` (""), or None at the end."""
        text, at = self.template, 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield text[at:], None, ""
                return
            start = found + len(self.delimiter)
            braced = text.startswith("{", start)
            first = end = start + braced
            while end < len(text) and (text[end] == "_" or text[end].isascii() and text[end].isalnum()) and not (
                    end == first and text[end].isdigit()):
                end += 1
            if text.startswith(self.delimiter, start):
                yield text[at:start], None, ""
                at = start + len(self.delimiter)
            elif end > first and (not braced or text.startswith("}", end)):
                yield text[at:found], text[first:end], text[found:end + braced]
                at = end + braced
            else:
                yield text[at:found], "", self.delimiter
                at = start

    def _invalid(self, position):
        lines = self.template[:position].splitlines(keepends=True)
        column = position - len("".join(lines[:-1])) + (0 if position else 1)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (max(1, len(lines)), column or 1))

    def _fill(self, mapping, keywords, safe):
        out = []
        position = 0
        for literal, name, whole in self._pieces():
            out.append(literal)
            position += len(literal)
            if name == "":
                if not safe:
                    self._invalid(position + 1)
                out.append(whole)
            elif name is not None:
                if name in keywords:
                    out.append(str(keywords[name]))
                elif not safe:
                    out.append(str(mapping[name]))
                else:
                    try:
                        out.append(str(mapping[name]))
                    except KeyError:
                        out.append(whole)
            position += len(whole)
        return "".join(out)

    def substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._fill(mapping, kws, True)

    def is_valid(self):
        return all([name != "" for _, name, _ in self._pieces()])

    def get_identifiers(self):
        return list(dict.fromkeys([name for _, name, _ in self._pieces() if name]))


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text = self._expand(_type_methods.template_pieces(format_string), args, kwargs, used)
        self.check_unused_args(used, args, kwargs)
        return text

    def parse(self, format_string):
        """Literal text and what follows it: a field's name, specification and conversion (`MarkupIterator_next` in
        `Objects/stringlib/unicode_format.h`)."""
        if not isinstance(format_string, str):
            raise TypeError("expected str, got " + type(format_string).__name__)
        return self._fields(format_string)

    def _fields(self, text):
        at, end = 0, len(text)
        while at < end:
            start = at
            while at < end and text[at] not in "{}":
                at += 1
            if at == end:
                yield text[start:], None, None, None
                return
            brace = text[at]
            at += 1
            if text.startswith(brace, at):
                at += 1
                yield text[start:at - 1], None, None, None
                continue
            if brace == "}" or at == end:
                raise ValueError("Single '" + brace + "' encountered in format string")
            name, specification, conversion, following = self._field(text, at)
            yield text[start:at - 1], name, specification, conversion
            at = following

    def _field(self, text, at):
        start, end, last = at, len(text), ""
        while at < end:
            last = text[at]
            at += 1
            if last == "{":
                raise ValueError("unexpected '{' in field name")
            if last == "[":
                while at < end and text[at] != "]":
                    at += 1
            elif last in "}:!":
                break
        name, conversion = text[start:at - 1], None
        if last == "}":
            return name, "", None, at
        if last not in (":", "!"):
            raise ValueError("expected '}' before end of string")
        if last == "!":
            if at == end:
                raise ValueError("end of string while looking for conversion specifier")
            conversion = text[at]
            at += 2
            if at <= end:
                if text[at - 1] == "}":
                    return name, "", conversion, at
                if text[at - 1] != ":":
                    raise ValueError("expected ':' after conversion specifier")
        start, depth = at, 1
        while at < end:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
            if not depth:
                return name, text[start:at - 1], conversion, at
        raise ValueError("unmatched '{' in format spec")

    def get_field(self, field_name, args, kwargs):
        root, path, _, _ = _type_methods.template_pieces("{" + field_name + "}")[0]
        value = self.get_value(root, args, kwargs)
        for is_attribute, name in path:
            value = getattr(value, name) if is_attribute else value[name]
        return value, root

    def _expand(self, pieces, args, kwargs, used):
        parts = []
        for piece in pieces:
            if isinstance(piece, BaseException):
                raise piece
            if isinstance(piece, tuple):
                root, path, conversion, specification = piece
                value = self.get_value(root, args, kwargs)
                used.add(root)
                for is_attribute, name in path:
                    value = getattr(value, name) if is_attribute else value[name]
                value = self.convert_field(value, conversion)
                piece = self.format_field(value, self._expand(specification, args, kwargs, used))
            parts.append(piece)
        return "".join(parts)

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion not in (None, "s", "r", "a"):
            raise ValueError("Unknown conversion specifier " + conversion)
        return value if conversion is None else {"s": str, "r": repr, "a": ascii}[conversion](value)
