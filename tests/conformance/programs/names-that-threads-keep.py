"""A subclass of Thread that keeps things of its own under names of the library's, and under names that only look so."""
import sys
import threading


class Counting(threading.Thread):
    """Names that CPython's Thread does not have.

        Indented further.
    """

    def __init__(self, number):
        super().__init__(name="counting")
        self._number = number
        self._ended = False
        self._joinable = "no"
        self._has_started = None
        self._check = []

    def run(self):
        self._check.append(self._number)
        self._ended = True


class Stoppable(threading.Thread):
    def __init__(self):
        super().__init__(name="stoppable")
        self._stop = threading.Event()

    def run(self):
        self._stop.wait()


class Stopping(threading.Thread):
    def run(self):
        self.done.wait()

    def _stop(self):
        print("stopping")


class Starting(threading.Thread):
    def __init__(self):
        super().__init__(name="starting")
        self._started = False


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__, error)


thread = Counting(7)
print(thread.is_alive(), thread.ident)
thread.start()
thread.join()
print(thread.is_alive(), thread._number, thread._ended, thread._joinable, thread._has_started, thread._check)
print(repr(Counting.__doc__))

thread = Stoppable()
thread.start()
thread._stop.set()
attempt("join", thread.join)
attempt("join again", thread.join)
attempt("is_alive", thread.is_alive)
attempt("repr", lambda: repr(thread)[:21])

thread = Stopping()
thread.done = threading.Event()
thread.start()
print(thread.is_alive())
thread.done.set()
thread.join()
attempt("is_alive after a _stop of its own", thread.is_alive)

thread = Starting()
attempt("start", thread.start)

release = threading.Event()
thread = threading.Thread(target=release.wait)
thread.start()
attempt("_stop of one that lives", lambda: thread._stop())
release.set()
thread.join()
attempt("_stop of one that is over", lambda: thread._stop())
attempt("_is_stopped", lambda: thread._is_stopped if sys.version_info < (3, 13) else "gone")
thread = threading.Thread(target=print)
attempt("_started", thread._started.is_set)


class Waiting(threading.Condition):
    def __init__(self):
        super().__init__()
        self._waiting = "mine"
        self._round = 1


condition = Waiting()
with condition:
    print(condition.wait(0.01), condition._waiting)
