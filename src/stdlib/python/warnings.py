"""The module `warnings`."""

import _machine
import sys

_shown = set()
_ignored = []


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    line = _machine.caller_line()
    key = (str(message), category, line)
    if key in _shown or any([issubclass(category, other) for other in _ignored]):
        return
    if issubclass(category, (PendingDeprecationWarning, ImportWarning, ResourceWarning)):
        return
    _shown.add(key)
    name, text = _machine.source_line(line)
    sys.stderr.write(name + ":" + str(line) + ": " + category.__name__ + ": " + str(message) + "\n  " + text.strip() + "\n")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    simplefilter(action, category)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action == "ignore":
        _ignored.append(category)
    elif action in ("default", "once", "always", "module"):
        _ignored.clear()
    else:
        _machine.not_supported("not supported here: warnings that are raised as errors")


def resetwarnings():
    _ignored.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        if record:
            _machine.not_supported("not supported here: catch_warnings(record=True)")
        self._action, self._category = action, category

    def __enter__(self):
        self._before = list(_ignored)
        if self._action is not None:
            simplefilter(self._action, self._category)

    def __exit__(self, *exc_info):
        _ignored[:] = self._before
