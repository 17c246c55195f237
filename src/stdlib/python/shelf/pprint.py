"""The module `pprint`: what does not fit a line goes below one another."""

import _machine
import sys


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._repr(object, {}, 0)


def isreadable(object):
    return "<" not in saferepr(object)


def isrecursive(object):
    return "<Recursion on " in saferepr(object)


def _ordered(items, key=lambda item: item):
    """Sorted where that is possible, else by type and place."""
    try:
        return sorted(items, key=key)
    except TypeError:
        return sorted(items, key=lambda item: (str(type(key(item))), id(key(item))))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sort, self._underscores = compact, sort_dicts, underscore_numbers

    def pprint(self, object):
        (sys.stdout if self._stream is None else self._stream).write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return "".join(out)

    def format(self, object, context, maxlevels, level):
        text = self._repr(object, context, level)
        return text, True, False

    def _entries(self, mapping):
        return _ordered(mapping.items(), lambda item: item[0]) if self._sort else list(mapping.items())

    def _repr(self, object, context, level):
        """On one line."""
        kind = type(object)
        plain = kind.__repr__
        if isinstance(object, int) and plain is int.__repr__:
            return format(object, "_d") if self._underscores else repr(object)
        is_dict = isinstance(object, dict) and plain is dict.__repr__
        if not is_dict and not (isinstance(object, (list, tuple)) and plain in (list.__repr__, tuple.__repr__)):
            return repr(object)
        if id(object) in context:
            return "<Recursion on " + kind.__name__ + " with id=" + str(id(object)) + ">"
        if not object:
            return repr(object)
        if self._depth and level >= self._depth:
            return "{...}" if is_dict else "[...]" if isinstance(object, list) else "(...)"
        context[id(object)] = 1
        level += 1
        if is_dict:
            text = "{" + ", ".join([self._repr(key, context, level) + ": " + self._repr(value, context, level)
                                    for key, value in self._entries(object)]) + "}"
        else:
            text = ", ".join([self._repr(item, context, level) for item in object])
            if isinstance(object, list):
                text = "[" + text + "]"
            else:
                text = "(" + text + (",)" if len(object) == 1 else ")")
        del context[id(object)]
        return text

    def _format(self, object, out, indent, allowance, context, level):
        if id(object) in context:
            out.append("<Recursion on " + type(object).__name__ + " with id=" + str(id(object)) + ">")
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            method = self._method(object)
            if method is not None:
                context[id(object)] = 1
                method(object, out, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        out.append(text)

    def _method(self, object):
        kind = type(object)
        plain = kind.__repr__
        name = kind.__name__
        if isinstance(object, dict) and plain is dict.__repr__:
            return self._dict
        if isinstance(object, list) and plain is list.__repr__ or isinstance(object, tuple) and plain is tuple.__repr__:
            return self._sequence
        if isinstance(object, (set, frozenset)) and plain in (set.__repr__, frozenset.__repr__):
            return self._set
        if kind is str:
            return self._text
        if kind.__module__ == "collections" and name in ("OrderedDict", "defaultdict", "Counter", "deque"):
            return getattr(self, "_" + name)
        if name == "SimpleNamespace" and _machine.minor >= 9:
            return self._namespace
        if hasattr(kind, "__dataclass_fields__") and _machine.minor >= 10 and plain.__module__ == "dataclasses":
            return self._dataclass
        if name == "mappingproxy":
            return self._proxy
        return None

    def _dict(self, object, out, indent, allowance, context, level):
        out.append("{" + " " * (self._indent - 1))
        self._pairs(self._entries(object), out, indent, allowance + 1, context, level)
        out.append("}")

    def _pairs(self, pairs, out, indent, allowance, context, level):
        indent += self._indent
        for at, (key, value) in enumerate(pairs):
            last = at == len(pairs) - 1
            text = self._repr(key, context, level)
            out.append(text + ": ")
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _sequence(self, object, out, indent, allowance, context, level):
        if isinstance(object, list):
            opening, closing = "[", "]"
        else:
            opening, closing = "(", ",)" if len(object) == 1 else ")"
        out.append(opening)
        self._items(object, out, indent, allowance + len(closing), context, level)
        out.append(closing)

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            out.append(" " * (self._indent - 1))
        between = ""
        left = width = self._width - indent + 1
        items = list(items)
        for at, item in enumerate(items):
            last = at == len(items) - 1
            if last:
                left -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if left < size:
                    left = width
                    if between:
                        between = ",\n" + " " * indent
                if left >= size:
                    left -= size
                    out.append(between + text)
                    between = ", "
                    continue
            out.append(between)
            between = ",\n" + " " * indent
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _set(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        kind = type(object)
        if kind is set:
            opening, closing = "{", "}"
        else:
            opening, closing = kind.__name__ + "({", "})"
            indent += len(kind.__name__) + 1
        out.append(opening)
        self._items(_ordered(object), out, indent, allowance + len(closing), context, level)
        out.append(closing)

    def _text(self, object, out, indent, allowance, context, level):
        lines = object.splitlines(True)
        bracketed = level == 1
        if bracketed:
            indent += 1
            allowance += 1
        chunks = []
        width = most = self._width - indent
        for number, line in enumerate(lines):
            if number == len(lines) - 1:
                most -= allowance
            whole = repr(line)
            if len(whole) <= most:
                chunks.append(whole)
                continue
            # Each part is a word and the space after it.
            parts = []
            at = 0
            while at < len(line):
                end = at
                while end < len(line) and not line[end].isspace():
                    end += 1
                while end < len(line) and line[end].isspace():
                    end += 1
                parts.append(line[at:end])
                at = end
            limit = width
            current = ""
            for at, part in enumerate(parts):
                if at == len(parts) - 1 and number == len(lines) - 1:
                    limit -= allowance
                if len(repr(current + part)) > limit:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current += part
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(chunks[0])
            return
        out.append("(" if bracketed else "")
        out.append(("\n" + " " * indent).join(chunks))
        out.append(")" if bracketed else "")

    def _call(self, name, items, out, indent, allowance, context, level):
        out.append(name + "(")
        self._format(items, out, indent + len(name) + 1, allowance + 1, context, level - 1)
        out.append(")")

    def _OrderedDict(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
        elif _machine.minor >= 12:
            self._call("OrderedDict", list(object.items()), out, indent, allowance, context, level)
        else:
            self._call("OrderedDict", list(object.items()), out, indent, allowance, context, level)

    def _defaultdict(self, object, out, indent, allowance, context, level):
        factory = self._repr(object.default_factory, context, level)
        indent += len("defaultdict") + 1
        out.append("defaultdict(" + factory + ",\n" + " " * indent)
        self._dict(object, out, indent, allowance + 1, context, level)
        out.append(")")

    def _Counter(self, object, out, indent, allowance, context, level):
        out.append("Counter({" + " " * (self._indent - 1))
        self._pairs(object.most_common(), out, indent + len("Counter") + 1, allowance + 2, context, level)
        out.append("})")

    def _deque(self, object, out, indent, allowance, context, level):
        out.append("deque(")
        indent += len("deque") + 1
        out.append("[")
        if object.maxlen is None:
            self._items(object, out, indent, allowance + 2, context, level)
            out.append("])")
        else:
            self._items(object, out, indent, 2, context, level)
            out.append("],\n" + " " * indent + "maxlen=" + self._repr(object.maxlen, context, level) + ")")

    def _proxy(self, object, out, indent, allowance, context, level):
        self._call("mappingproxy", object.copy(), out, indent, allowance, context, level)

    def _namespace(self, object, out, indent, allowance, context, level):
        name = "namespace" if type(object).__name__ == "SimpleNamespace" else type(object).__name__
        self._attributes(name, list(object.__dict__.items()), out, indent, allowance, context, level)

    def _dataclass(self, object, out, indent, allowance, context, level):
        fields = [(field.name, getattr(object, field.name)) for field in type(object).__dataclass_fields__.values() if field.repr]
        self._attributes(type(object).__name__, fields, out, indent, allowance, context, level)

    def _attributes(self, name, pairs, out, indent, allowance, context, level):
        indent += len(name) + 1
        out.append(name + "(")
        for at, (key, value) in enumerate(pairs):
            last = at == len(pairs) - 1
            out.append(key + "=")
            if id(value) in context:
                out.append("...")
            else:
                self._format(value, out, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)
        out.append(")")
