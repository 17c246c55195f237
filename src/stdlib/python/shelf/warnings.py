"""The module `warnings`."""

import _machine
import sys

# What the interpreter starts with, the strongest first: action, text, category, module.
filters = [("default", "", DeprecationWarning, "__main__"), ("ignore", "", DeprecationWarning, None),
           ("ignore", "", PendingDeprecationWarning, None), ("ignore", "", ImportWarning, None),
           ("ignore", "", ResourceWarning, None)]
_shown = set()
_recording = None
_log = None


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = filename + ":" + str(lineno) + ": " + category.__name__ + ": " + str(message) + "\n"
    if line is None:
        line = _machine.source_line(lineno)[1]
    return text + ("  " + line.strip() + "\n" if line.strip() else "")


def showwarning(message, category, filename, lineno, file=None, line=None):
    (sys.stderr if file is None else file).write(formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning


def _action(text, category, module):
    for action, start, kind, where in filters:
        if issubclass(category, kind) and (where is None or where == module) and text.lower().startswith(start.lower()):
            return action
    return "default"


def warn(message, category=None, stacklevel=1, source=None, **keywords):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '" + (
            category.__name__ if isinstance(category, type) and _machine.minor < 10 else type(category).__name__) + "'")
    places = _machine.stack(None)
    outside = stacklevel > len(places)
    place = places[-stacklevel] if not outside and places else ("sys", 1)
    _warn(message, category, place[0], place[1], "sys" if outside else "__main__")


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    _warn(message, category, filename, lineno, module or filename)


def _warn(message, category, filename, lineno, module):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = _action(text, category, module)
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = {"once": (text, category), "module": (text, category, filename)}.get(action, (text, category, filename, lineno))
    if action != "always" and action != "all":
        if key in _shown:
            return
        _shown.add(key)
    if _recording is not None:
        _recording.append(WarningMessage(message, category, filename, lineno))
    elif _log is not None:
        _log(formatwarning(message, category, filename, lineno))
    elif showwarning is not _showwarning:
        showwarning(message, category, filename, lineno)
    else:
        sys.stderr.write(formatwarning(message, category, filename, lineno))


def _check(action):
    if action not in ("error", "ignore", "always", "all", "default", "module", "once"):
        if _machine.minor >= 13:
            raise ValueError("invalid action: " + repr(action))
        raise AssertionError("invalid action: " + repr(action))


def _add(entry, append):
    _shown.clear()
    if entry in filters:
        if append:
            return
        filters.remove(entry)
    filters.insert(len(filters) if append else 0, entry)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check(action)
    _add((action, message.replace(".*", ""), category, module or None), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check(action)
    _add((action, "", category, None), append)


def resetwarnings():
    _shown.clear()
    filters.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record, self._action, self._category = record, action, category

    def __enter__(self):
        global _recording
        self._before = list(filters), _recording, set(_shown)
        _shown.clear()
        if self._action is not None:
            simplefilter(self._action, self._category)
        if self._record:
            _recording = []
            return _recording

    def __exit__(self, *exc_info):
        global _recording
        filters[:], _recording, shown = self._before
        _shown.clear()
        _shown.update(shown)


if _machine.minor >= 13:
    class deprecated:
        def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
            self.message, self.category = message, category

        def __call__(self, arg, /):
            from functools import wraps
            text, category = self.message, self.category

            @wraps(arg)
            def wrapper(*args, **keywords):
                warn(text, category)
                return arg(*args, **keywords)
            wrapper.__deprecated__ = text
            return wrapper
