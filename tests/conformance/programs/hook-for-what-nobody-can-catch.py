"""`sys.unraisablehook`: exceptions in `__del__`, in raw threads, in generators that are dropped, in exit callbacks."""

import _thread
import atexit
import sys
import time
import weakref


def hook(args):
    name = getattr(args.object, "__qualname__", args.object)
    message = args.err_msg and args.err_msg.split(" <")[0]
    print(type(args).__name__, args.exc_type.__name__, args.exc_value, message, name, args.exc_traceback is not None)


class Handle:
    def __del__(self):
        raise ValueError("in del")


class Thing:
    pass


def fails():
    raise KeyError("raw")


def generator():
    try:
        yield 1
    finally:
        raise OSError("closing")


def at_exit():
    raise RuntimeError("at exit")


if sys.version_info < (3, 10):
    atexit.register(print, "no hook for callbacks at exit yet")
else:
    atexit.register(at_exit)
Handle()
sys.unraisablehook = hook
handle = Handle()
del handle
_thread.start_new_thread(fails, ())
time.sleep(0.4)
begun = generator()
next(begun)
del begun
thing = Thing()
reference = weakref.ref(thing, lambda reference: 1 / 0)
del thing
print("end")
