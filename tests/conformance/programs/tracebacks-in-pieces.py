"""Tracebacks as lists of texts, with and without their frames."""

import io
import sys
import traceback


def inner():
    raise ValueError("deep")


def outer():
    try:
        inner()
    except ValueError as error:
        raise RuntimeError("wrapped") from error


try:
    outer()
except RuntimeError as error:
    caught = error
pieces = traceback.format_exception(type(caught), caught, caught.__traceback__)
print(len(pieces), [piece.splitlines()[0] for piece in pieces])
print([len(piece.splitlines()) > 1 for piece in pieces])
buffer = io.StringIO()
traceback.print_exception(type(caught), caught, None, file=buffer)
print([line for line in buffer.getvalue().splitlines() if not line.startswith(" ")])
print(traceback.format_exception(type(caught), caught, None, chain=False))
print(traceback.format_exception(type(caught), caught, caught.__traceback__, limit=1, chain=False)[1].split("\n")[0])
print("".join(traceback.TracebackException.from_exception(caught).format(chain=False)).splitlines()[-1])
sys.tracebacklimit = 0
print(traceback.format_exception_only(type(caught), caught))
try:
    inner()
except ValueError:
    print(repr(traceback.format_exc().splitlines()[-1]))
