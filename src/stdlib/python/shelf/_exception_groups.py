"""Exception groups and what `except*` is compiled to (PEP 654); loaded where a program names them."""

import _machine
import builtins

import _lifecycle

_MOST_SHOWN = 15
_DEEPEST_SHOWN = 10


class BaseExceptionGroup(BaseException):
    def __new__(cls, message, exceptions, /):
        if not isinstance(message, str):
            raise TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not " + type(message).__name__)
        if isinstance(exceptions, (set, dict)) or not hasattr(exceptions, "__getitem__"):
            raise TypeError("second argument (exceptions) must be a sequence")
        if not exceptions:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        for at, exception in enumerate(exceptions):
            if not isinstance(exception, BaseException):
                raise ValueError("Item " + str(at) + " of second argument (exceptions) is not an exception")
        if all([isinstance(exception, Exception) for exception in exceptions]):
            if cls is BaseExceptionGroup:
                cls = ExceptionGroup
        elif issubclass(cls, Exception):
            raise TypeError("Cannot nest BaseExceptions in " + ("an ExceptionGroup" if cls is ExceptionGroup else repr(cls.__name__)))
        self = BaseException.__new__(cls, message, exceptions)
        self.message, self.exceptions = message, tuple(exceptions)
        return self

    def __init__(self, message, exceptions, *others):
        super().__init__(message, exceptions)

    def __str__(self):
        count = len(self.exceptions)
        return self.message + " (" + str(count) + " sub-exception" + ("" if count == 1 else "s") + ")"

    def derive(self, excs):
        return BaseExceptionGroup(self.message, excs)

    def _derived(self, exceptions):
        if not exceptions:
            return None
        group = self.derive(exceptions)
        group.__traceback__, group.__cause__, group.__context__ = self.__traceback__, self.__cause__, self.__context__
        group.__suppress_context__ = self.__suppress_context__
        if hasattr(self, "__notes__"):
            group.__notes__ = list(self.__notes__)
        return group

    def split(self, condition, /):
        matches = _condition(condition)
        if matches(self):
            return self, None
        wanted, rest = [], []
        for exception in self.exceptions:
            if isinstance(exception, BaseExceptionGroup):
                inner = exception.split(condition)
                if inner[0] is not None:
                    wanted.append(inner[0])
                if inner[1] is not None:
                    rest.append(inner[1])
            else:
                (wanted if matches(exception) else rest).append(exception)
        return self._derived(wanted), self._derived(rest)

    def subgroup(self, condition, /):
        return self.split(condition)[0]

    def __class_getitem__(cls, key):
        from _internal import GenericAlias
        return GenericAlias(cls, key)


class ExceptionGroup(BaseExceptionGroup, Exception):
    pass


def _condition(condition):
    kinds = condition if isinstance(condition, tuple) else (condition,)
    if all([isinstance(kind, type) and issubclass(kind, BaseException) for kind in kinds]):
        return lambda exception: isinstance(exception, kinds)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError("expected " + ("a function, " if _machine.minor >= 11 else "") + "exception type or tuple of exception types")


def _split(exception, kinds):
    """What an `except*` clause takes of an exception that is on its way, always a group, and what it leaves."""
    for kind in kinds if isinstance(kinds, tuple) else (kinds,):
        if not isinstance(kind, type) or not issubclass(kind, BaseException):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(kind, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exception is None:
        return None, None
    if isinstance(exception, BaseExceptionGroup):
        return exception.split(kinds)
    if isinstance(exception, kinds):
        group = BaseExceptionGroup("", (exception,))
        group.__traceback__ = exception.__traceback__
        return group, None
    return None, exception


def _joined(original, raised, rest):
    """What goes on after the clauses of an `except*`."""
    if not raised:
        return rest
    if not isinstance(original, BaseExceptionGroup):
        return raised[0] if len(raised) == 1 else BaseExceptionGroup("", raised)
    again = [exception for exception in raised if _is_part(exception, original)]
    others = [exception for exception in raised if not _is_part(exception, original)]
    if again or rest is not None:
        kept = set()
        for exception in again + ([] if rest is None else [rest]):
            kept |= _leaves(exception)
        rest = original.subgroup(lambda exception: id(exception) in kept)
    if not others:
        return rest
    return BaseExceptionGroup("", others + ([] if rest is None else [rest]))


def _leaves(exception):
    if not isinstance(exception, BaseExceptionGroup):
        return {id(exception)}
    return set().union(*[_leaves(inner) for inner in exception.exceptions])


def _is_part(exception, original):
    """Whether a clause raised again what it was given, and not an exception of its own."""
    return isinstance(exception, BaseExceptionGroup) and _leaves(exception) <= _leaves(original)


def _indented(text, depth, mark="|"):
    margin = "  " * depth + mark + " " if depth else ""
    return "".join([margin + line for line in text.splitlines(keepends=True)])


def _text(linked, chain, by_library, depth=0):
    """As `TracebackException.format` lays groups out."""
    parts = []
    for link, error in linked:
        parts.append(_indented(link, depth))
        head, last = _lifecycle.traceback_head(error), _lifecycle.last_line(error, by_library)
        if not isinstance(error, BaseExceptionGroup):
            parts.append(_indented(head + last, depth))
            continue
        if depth > _DEEPEST_SHOWN:
            parts.append(_indented("... (max_group_depth is " + str(_DEEPEST_SHOWN) + ")\n", depth))
            continue
        inside = depth or 1
        first, end, frames = head.partition("\n")
        if head:
            parts.append(_indented("Exception Group " + first + end, inside, "|" if depth else "+"))
        parts.append(_indented(frames + last, inside))
        shown = error.exceptions[:_MOST_SHOWN]
        more = len(error.exceptions) - len(shown)
        for at, inner in enumerate(shown):
            parts.append("  " * inside + ("+-" if at == 0 else "  ") + "+---------------- " + str(at + 1) + " ----------------\n")
            parts.append(_text(_lifecycle.chained(inner, chain), chain, by_library, inside + 1))
        if more:
            parts.append("  " * inside + "  +---------------- ... ----------------\n")
            parts.append(_indented("and " + str(more) + " more exception" + ("" if more == 1 else "s") + "\n", inside + 1))
        if more or not isinstance(shown[-1], BaseExceptionGroup):
            parts.append("  " * (inside + 1) + "+------------------------------------\n")
    return "".join(parts)


_lifecycle.text_with_groups = _text
for _class in (BaseExceptionGroup, ExceptionGroup):
    _class.__module__ = "builtins"
if _machine.minor >= 11:
    builtins.BaseExceptionGroup, builtins.ExceptionGroup = BaseExceptionGroup, ExceptionGroup
setattr(builtins, ".split_group", _split)
setattr(builtins, ".join_group", _joined)
setattr(builtins, ".note_raised", lambda raised, exception: raised.append(exception))
