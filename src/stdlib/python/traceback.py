"""The module `traceback`."""

import _lifecycle
import _machine
import sys


def _error(args, value):
    if value is not None:
        return value
    return args[1] if len(args) > 1 else args[0] if args else _machine.handled()


def _write(text, file):
    (sys.stderr if file is None else file).write(text)


def format_exception(*args, value=None, tb=None, limit=None, chain=True):
    return _lifecycle.exception_text(_error(args, value)).splitlines(keepends=True)


def format_exception_only(*args, value=None):
    return [_lifecycle.last_line(_error(args, value))]


def format_exc(limit=None, chain=True):
    error = _machine.handled()
    return "NoneType: None\n" if error is None else _lifecycle.exception_text(error)


def print_exc(limit=None, file=None, chain=True):
    _write(format_exc(), file)


def print_exception(*args, value=None, tb=None, limit=None, file=None, chain=True):
    _write(_lifecycle.exception_text(_error(args, value)), file)


def _refuse(*args, **keywords):
    _machine.not_supported("not supported here: stacks of frames; use traceback.print_exc() or format_exc()")


print_stack = format_stack = extract_stack = extract_tb = format_tb = print_tb = walk_tb = TracebackException = _refuse
