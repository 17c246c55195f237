"""What traceback gives for an exception whose text has several lines, with notes; and bound arguments."""
import inspect
import traceback

error = ValueError("first\nsecond")
print(traceback.format_exception_only(ValueError, error))
if hasattr(error, "add_note"):
    error.add_note("a note\nin two lines")
    print(traceback.format_exception_only(ValueError, error))
try:
    raise error
except ValueError as caught:
    print(traceback.format_exception(type(caught), caught, caught.__traceback__)[2:])
    print(list(traceback.TracebackException.from_exception(caught).format_exception_only()))


def function(a, b=2, *, c=None, **others):
    pass


bound = inspect.signature(function).bind(1, d=4)
print(bound.arguments, bound.args, bound.kwargs)
bound.apply_defaults()
print(bound.arguments, bound)
