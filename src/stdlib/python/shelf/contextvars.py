"""The module `contextvars`: each thread has its own context."""

import _machine

_missing = object()
_values = {}


class Token:
    MISSING = _missing

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value


class ContextVar:
    def __init__(self, name, *, default=_missing):
        self.name = name
        self._default = default

    def get(self, default=_missing):
        value = _own().get(self, _missing)
        for value in (value, default, self._default):
            if value is not _missing:
                return value
        raise LookupError(self)

    def set(self, value):
        token = Token(self, _own().get(self, _missing))
        _own()[self] = value
        return token

    def reset(self, token):
        if token.old_value is _missing:
            _own().pop(self, None)
        else:
            _own()[self] = token.old_value


def _own():
    return _values.setdefault(_machine.current_thread_id(), {})


class Context:
    def __init__(self, values=None):
        self._held = {} if values is None else dict(values)

    def run(self, callable, *args, **kwargs):
        number = _machine.current_thread_id()
        before = _values.get(number, {})
        _values[number] = self._held
        try:
            return callable(*args, **kwargs)
        finally:
            _values[number] = before

    def get(self, var, default=None):
        return self._held.get(var, default)

    def copy(self):
        return Context(self._held)


def copy_context():
    return Context(_own())
