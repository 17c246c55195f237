"""How errors of files, exits, locks and library types show themselves."""
import collections
import datetime
import sys
import threading
import traceback


class Problem(Exception):
    pass


def show(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__, error, repr(error), error.args)


show(lambda: open("/no/such/file"))
show(lambda: (_ for _ in ()).throw(OSError(2, "not there", "a.txt", None, "b.txt")))
show(sys.exit)
show(lambda: sys.exit(None))
show(lambda: sys.exit(3))
show(lambda: collections.deque().push(1))
show(lambda: datetime.datetime(2024, 1, 1) + 5)
show(lambda: datetime.timedelta("1"))
show(lambda: threading.Lock() + 1)
show(lambda: threading.local(3))
show(lambda: isinstance(1, 5))
show(lambda: isinstance(threading.Lock(), (str, threading.Thread)))
show(lambda: print("text", color="red"))
show(lambda: int(None))
show(lambda: float([]))
show(lambda: iter(5, 5))
show(lambda: sum([b"a"], b""))
print(traceback.format_exception_only(Problem, Problem("told by the library")))


def hook(args):
    print(type(args).__name__, args.exc_type.__name__, args.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=lambda: 1 / 0, name="worker")
thread.start()
thread.join()


class Room:
    @property
    def size(self):
        """How many fit in."""
        return 3


print(Room.size.__doc__)
raise Problem("told by the interpreter")
