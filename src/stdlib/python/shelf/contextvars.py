"""The module `contextvars`: each thread has its own context."""

import _machine

_missing = object()
_values = {}


class Token:
    MISSING = _missing

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
        self._used = False

    def __repr__(self):
        return "<Token" + (" used" if self._used else "") + " var=" + repr(self.var) + " at " + hex(id(self)) + ">"


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

    def __repr__(self):
        default = "" if self._default is _missing else " default=" + repr(self._default)
        return "<ContextVar name=" + repr(self.name) + default + " at " + hex(id(self)) + ">"

    def reset(self, token):
        if token._used:
            raise RuntimeError(repr(token) + " has already been used once")
        if token.var is not self:
            raise ValueError(repr(token) + " was created by a different ContextVar")
        token._used = True
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

    def __getitem__(self, var):
        return self._held[var]

    def __contains__(self, var):
        return var in self._held

    def __iter__(self):
        return iter(self._held)

    def __len__(self):
        return len(self._held)

    def keys(self):
        return self._held.keys()

    def values(self):
        return self._held.values()

    def items(self):
        return self._held.items()

    def copy(self):
        return Context(self._held)


def copy_context():
    return Context(_own())
