"""The module `traceback`. Of the library's frames those stand in what it gives that CPython's usually has there."""

import _library_frames
import _lifecycle
import _machine
import sys


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, _text=None):
        self.filename, self.lineno, self.name, self.locals = filename, lineno, name, locals
        self._given = line
        self._text = _text

    @property
    def line(self):
        if self._given is None:
            name, text = _machine.source_line(self.lineno)
            self._given = text.strip() if name == self.filename else ""
        return self._given

    def _tuple(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __iter__(self):
        return iter(self._tuple())

    def __getitem__(self, at):
        return self._tuple()[at]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return self._tuple() == (other._tuple() if isinstance(other, FrameSummary) else other)

    def __repr__(self):
        return "<FrameSummary file " + self.filename + ", line " + str(self.lineno) + " in " + self.name + ">"

    def _format(self):
        if self._text is not None:
            return self._text
        text = "  File \"" + self.filename + "\", line " + str(self.lineno) + ", in " + self.name + "\n"
        return text + ("    " + self.line.strip() + "\n" if self.line else "")


_SHOWN_OF_EQUAL = 3


def _repeated(count):
    more = count - _SHOWN_OF_EQUAL
    return ["  [Previous line repeated %d more time%s]\n" % (more, "" if more == 1 else "s")] if more > 0 else []


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls(_limited([FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in frame_gen], limit))

    @classmethod
    def from_list(cls, a_list):
        return cls([item if isinstance(item, FrameSummary) else FrameSummary(item[0], item[1], item[2], line=item[3]) for item in a_list])

    def format(self, **keywords):
        """Where a function has called itself again and again, the frames beyond the third are only counted."""
        shown = []
        last, count = None, 0
        for item in self:
            place = item.filename, item.lineno, item.name
            if place != last:
                shown += _repeated(count)
                last, count = place, 0
            count += 1
            if count <= _SHOWN_OF_EQUAL:
                shown.append(item._format())
        return shown + _repeated(count)


def _limited(items, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is None:
            return items
    return items[:limit] if limit >= 0 else items[limit:]


def _summaries(tb, limit, error=None):
    if tb is None:
        return StackSummary()
    if error is None:
        error = _machine.handled()
    found = []
    frames = _machine.traceback_frames(tb, True)
    for at in range(len(frames)):
        frame = frames[at]
        if frame[6] is not None:
            found.append(FrameSummary(frame[0], frame[1], frame[2], _text=frame[6]))
        else:
            found += [FrameSummary(file, line, name, line=source, _text=text)
                      for file, line, name, source, text in _library_frames.of(frames, at, error)]
    return StackSummary(_limited(found, limit))


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, **keywords):
        self.exc_type, self._value, self._limit = exc_type, exc_value, limit
        self._traceback = exc_traceback
        self.exc_type_str = exc_type.__qualname__
        self.stack = _summaries(exc_traceback, limit, exc_value)
        self.__cause__ = self.__context__ = None
        self.__suppress_context__ = exc_value.__suppress_context__
        if exc_value.__cause__ is not None:
            self.__cause__ = TracebackException.from_exception(exc_value.__cause__)
        if exc_value.__context__ is not None and exc_value.__context__ is not exc_value:
            self.__context__ = TracebackException.from_exception(exc_value.__context__)

    @classmethod
    def from_exception(cls, exc, *args, **keywords):
        return cls(type(exc), exc, exc.__traceback__, *args, **keywords)

    def format_exception_only(self, **keywords):
        yield from _only(self._value)

    def format(self, *, chain=True, **keywords):
        yield from _format(self._value, self._limit, chain, self._traceback)

    def print(self, *, file=None, chain=True):
        _write("".join(self.format(chain=chain)), file)

    def __str__(self):
        return str(self._value)


_missing = object()


def _write(text, file):
    (sys.stderr if file is None else file).write(text)


def _only(error):
    """What was raised in one piece, with all its lines, and then each line of its notes."""
    if error is None:
        return ["NoneType: None\n"]
    lines = _lifecycle.last_line(error, True).splitlines(keepends=True)
    notes = getattr(error, "__notes__", ()) if _machine.minor >= 11 else ()
    in_notes = sum([len(str(note).split("\n")) for note in notes]) if isinstance(notes, (list, tuple)) else 0
    if isinstance(error, SyntaxError) or in_notes >= len(lines):
        return lines
    return ["".join(lines[:len(lines) - in_notes])] + lines[len(lines) - in_notes:]


def _format(error, limit, chain, tb=_missing):
    """An entry for each frame and each line besides, as `TracebackException.format` gives them."""
    if error is None:
        return ["NoneType: None\n"]
    if _lifecycle.text_with_groups is not None:
        return _lifecycle.exception_text(error, chain, True).splitlines(keepends=True)
    entries = []
    seen = []
    while error is not None:
        seen.append(error)
        entries[:0] = _entries(error, error.__traceback__ if tb is _missing else tb, limit)
        tb = _missing
        following, link = error.__cause__, _lifecycle.CAUSE
        if following is None and not error.__suppress_context__:
            following, link = error.__context__, _lifecycle.CONTEXT
        if not chain or following is None or any([following is other for other in seen]):
            break
        entries.insert(0, link)
        error = following
    return entries


def _entries(error, tb, limit):
    if tb is None:
        return list(_only(error))
    stack = _summaries(tb, limit, error).format()
    return ["Traceback (most recent call last):\n"] + stack + list(_only(error))


def _whole(exc, value, tb):
    """The exception and the traceback that the arguments name, which since 3.10 may be the exception alone."""
    if _machine.minor >= 10 and (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is _missing and tb is _missing and exc is not None and not isinstance(exc, BaseException):
        raise TypeError("Exception expected for value, " + type(exc).__name__ + " found")
    return (exc if value is _missing else value), tb


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    error, tb = _whole(exc, value, tb)
    return _format(error, limit, chain, tb)


def format_exception_only(exc, /, value=_missing, **keywords):
    error = exc if value is _missing else value
    return list(_only(error)) if isinstance(error, BaseException) or error is None else [str(error) + "\n"]


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    _write("".join(format_exception(exc, value, tb, limit, chain)), file)


if _machine.minor < 10:
    _format_310, _only_310, _print_310 = format_exception, format_exception_only, print_exception

    def format_exception(etype, value, tb, limit=None, chain=True):
        return _format_310(etype, value, tb, limit, chain)

    def format_exception_only(etype, value):
        return _only_310(etype, value)

    def print_exception(etype, value, tb, limit=None, file=None, chain=True):
        _print_310(etype, value, tb, limit, file, chain)


def format_exc(limit=None, chain=True):
    return "".join(_format(_machine.handled(), limit, chain))


def print_exc(limit=None, file=None, chain=True):
    _write(format_exc(limit, chain), file)


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def extract_tb(tb, limit=None):
    return _summaries(tb, limit)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write("".join(format_list(extracted_list)), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write("".join(format_tb(tb, limit)), file)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_stack(f=None, limit=None):
    stack = list(walk_stack(f))
    if limit is not None:
        stack = stack[:limit]
    stack.reverse()
    return StackSummary.extract(stack)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _write("".join(format_stack(f, limit)), file)


def clear_frames(tb):
    pass
