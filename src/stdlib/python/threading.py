"""The module `threading`. What a thread waits for is known to the machine, so that the page can say it; between two waits
these functions are one action."""

import _machine
import sys

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock",
           "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "setprofile",
           "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "get_native_id"]
if _machine.minor >= 10:
    __all__ += ["getprofile", "gettrace"]
if _machine.minor >= 12:
    __all__ += ["setprofile_all_threads", "settrace_all_threads"]
TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
# Before 3.13 a function, which no class can inherit from and `isinstance` does not take.
Lock = _machine.Lock if _machine.minor >= 13 else _machine.allocate_lock

_shutting_down = False
_main_ended = False
_interrupted = False
_exit_callbacks = []
_auto_names = 0
_dummy_names = 0
_before_310 = _machine.minor < 10


def RLock(*args, **kwargs):
    if args or kwargs:
        _check_no_arguments(args, kwargs)
    return _machine.RLock()


def _check_no_arguments(args, kwargs):
    """What `RLock` is given it does not look at; since 3.13 it says so, since 3.15 it refuses it."""
    if _machine.minor >= 15:
        raise TypeError("RLock() takes no arguments")
    if _machine.minor >= 13:
        import _lifecycle
        _lifecycle.warn_of_deprecation("Passing arguments to RLock is deprecated and will be removed in 3.15")


def _deprecated(old, new):
    """The warnings of 3.10 (bpo-43723)."""
    if _before_310 and old != "isAlive":
        return
    import _lifecycle
    _lifecycle.warn_of_deprecation(old + "() is deprecated, " + new)


def _new_name(target):
    global _auto_names
    _auto_names += 1
    name = "Thread-" + str(_auto_names)
    if target is not None and not _before_310:
        suffix = getattr(target, "__name__", None)
        if suffix is not None:
            name += " (" + suffix + ")"
    return name


def _check_spread(target, args):
    """`args=(5)` is no tuple: said as the call in CPython's `Thread.run` says it."""
    try:
        iter(args)
    except TypeError:
        rest = "after * must be an iterable, not " + type(args).__name__
        if _machine.minor >= 15:
            raise TypeError("Value " + rest) from None
        if _machine.minor >= 9:
            # `_PyObject_FunctionStr` (`Objects/object.c`).
            name = getattr(target, "__qualname__", None)
            module = getattr(target, "__module__", None)
            if name is None:
                name = str(target)
            else:
                name = (module + "." if module not in ("builtins", None) else "") + name + "()"
        else:
            name = getattr(target, "__name__", None)
            name = type(target).__name__ + " object" if name is None else name + "()"
        raise TypeError(name + " argument " + rest) from None


class Thread:
    _initialized = False
    __before_313 = _machine.minor < 13
    # The `local` objects in which this thread has put something, where the ends of objects can be noticed.
    __local_data = ()

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if excepthook is None:
            raise RuntimeError("threading.excepthook is None")
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._name = str(name) if name else _new_name(target)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self.__has_started = False
        self._is_stopped = False
        self.__joinable = True
        self._initialized = True
        body = target if target is not None else type(self).run if type(self).run is not Thread.run else None
        self.__number = _machine.new_thread(self, self._name, self._daemonic, body)

    def __check(self, kind, text="Thread.__init__() not called"):
        if not self._initialized:
            raise kind(text)

    def start(self):
        self.__check(RuntimeError, "thread.__init__() not called")
        if self.__has_started:
            raise RuntimeError("threads can only be started once")
        if _machine.is_finalizing() and _machine.minor >= 12:
            _refuse_to_start()
        if _machine.minor == 12 and _main_ended and _REFUSES_AFTER_MAIN:
            _refuse_to_start()
        self.__has_started = True
        _machine.start_thread(self.__number, _bootstrap, self)
        _machine.wait_start(self.__number)

    def run(self):
        try:
            if self._target is not None:
                _check_spread(self._target, self._args)
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        self.__check(RuntimeError)
        if not self.__has_started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = 0 if 0 > timeout else timeout
        if self is _main_thread and _main_ended:
            return
        if self.__before_313:
            return self.__join_before_313(timeout)
        if _machine.minor >= 14 and _machine.is_finalizing() and _machine.is_thread_alive(self.__number):
            raise PythonFinalizationError("cannot join thread at interpreter shutdown")
        _machine.join_thread(self.__number, timeout if timeout is None else _nanoseconds(timeout))

    def __join_before_313(self, timeout):
        if self._is_stopped:
            return
        try:
            _machine.join_thread(self.__number, timeout if timeout is None else _nanoseconds(timeout))
        except (KeyboardInterrupt, OverflowError):
            # bpo-45274: in 3.9 to 3.12 a join that fails takes the thread for ended (fact B7).
            if _machine.minor >= 9:
                self._is_stopped = True
                if _machine.is_thread_alive(self.__number):
                    self.__joinable = False
                    _machine.leave_behind()
            raise
        if not _machine.is_thread_alive(self.__number):
            self._stop()

    if __before_313:
        def _stop(self):
            """Called by whoever finds the thread ended; a subclass that has a `_stop` of its own meets this here."""
            if self.__has_started and _machine.is_thread_alive(self.__number):
                raise AssertionError
            self._is_stopped = True

        def __is_alive_before_313(self):
            if not self._is_stopped and not _machine.is_thread_alive(self.__number):
                self._stop()
            return not self._is_stopped

    def is_alive(self):
        self.__check(AssertionError)
        if self is _main_thread:
            return not _main_ended
        if not self.__has_started or self.__before_313:
            return self.__has_started and self.__is_alive_before_313()
        return _machine.is_thread_alive(self.__number)

    @property
    def name(self):
        self.__check(AssertionError)
        return self._name

    @name.setter
    def name(self, name):
        self.__check(AssertionError)
        self._name = str(name)
        _machine.describe_thread(self.__number, self._name, self._daemonic)

    @property
    def daemon(self):
        self.__check(AssertionError)
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self.__check(RuntimeError)
        if self.__has_started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic
        _machine.describe_thread(self.__number, self._name, self._daemonic)

    @property
    def ident(self):
        self.__check(AssertionError)
        return _machine.identifier(self.__number) if self.__has_started else None

    @property
    def native_id(self):
        self.__check(AssertionError)
        return _machine.process_id + self.__number if self.__has_started else None

    def __repr__(self):
        self.__check(AssertionError, "Thread.__init__() was not called")
        status = "initial"
        if self.__has_started:
            status = "started"
        if self.__has_started and not self.is_alive():
            status = "stopped"
        if self._daemonic:
            status += " daemon"
        if self.ident is not None:
            status += " " + str(self.ident)
        return "<" + type(self).__name__ + "(" + self._name + ", " + status + ")>"

    def isDaemon(self):
        _deprecated("isDaemon", "get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon", "set the daemon attribute instead")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName", "get the name attribute instead")
        return self.name

    def setName(self, name):
        _deprecated("setName", "set the name attribute instead")
        self.name = name

    if _machine.minor == 8:
        def isAlive(self):
            _deprecated("isAlive", "use is_alive() instead")
            return self.is_alive()


class _Started:
    """CPython's event, for programs that look at it."""

    def __init__(self, thread=None):
        self._thread = thread

    def __get__(self, thread, owner=None):
        return _Started(thread)

    def is_set(self):
        return self._thread._Thread__has_started

    def wait(self, timeout=None):
        return self._thread._Thread__has_started


Thread._started = _Started()


# 3.12.0 and 3.12.1 refuse to start a thread once the main thread has ended; the releases after do not (gh-113964).
_REFUSES_AFTER_MAIN = False


def _refuse_to_start():
    kind = PythonFinalizationError if _machine.minor >= 13 else RuntimeError
    raise kind("can't create new thread at interpreter shutdown")


def _nanoseconds(seconds):
    if seconds > TIMEOUT_MAX:
        if isinstance(seconds, float) and _machine.minor >= 11:
            raise OverflowError("timestamp out of range for platform time_t")
        raise OverflowError("timestamp too large to convert to C " + ("PyTime_t" if _machine.minor >= 13 else "_PyTime_t"))
    nanoseconds = seconds * 1000000000
    whole = int(nanoseconds)
    return whole if whole == nanoseconds else whole + 1


class _MainThread(Thread):
    def __init__(self):
        self._target = None
        self._args = ()
        self._kwargs = {}
        self._name = "MainThread"
        self._daemonic = False
        self._Thread__has_started = True
        self._is_stopped = False
        self._Thread__joinable = False
        self._initialized = True
        self._Thread__number = 0


class _DummyThread(Thread):
    """A thread that `_thread.start_new_thread` made."""

    def __init__(self, number):
        global _auto_names
        _auto_names += 1
        self._name = "Dummy-" + str(_auto_names)
        self._daemonic = True
        self._Thread__has_started = True
        self._is_stopped = False
        self._Thread__joinable = False
        self._initialized = True
        self._Thread__number = number

    def is_alive(self):
        return True

    def join(self, timeout=None):
        kind = RuntimeError if _machine.minor >= 13 else AssertionError
        raise kind("cannot join a dummy thread")


def _bootstrap(self):
    """A new thread's outermost function (`Thread._bootstrap_inner`)."""
    _machine.came_up()
    error_text = None
    by_system_exit = False
    line = 0
    try:
        self.run()
    except SystemExit as error:
        by_system_exit = type(error) is SystemExit
        line = _machine.caller_line()
        if excepthook is not _own_excepthook or not by_system_exit:
            error_text = _report(self, error)
    except BaseException as error:
        error_text = _report(self, error)
    for data in self._Thread__local_data:
        object.__getattribute__(data, "_namespaces").pop(self._Thread__number, None)
    self._Thread__local_data = ()
    data = None
    _machine.thread_ended(error_text, by_system_exit, line)


def _report(thread, error):
    import _lifecycle
    args = ExceptHookArgs((type(error), error, error.__traceback__, thread))
    text = _lifecycle.last_line(error)
    try:
        if excepthook is not None:
            excepthook(args)
    except BaseException as other:
        other.__suppress_context__ = True
        sys.stderr.write("Exception in threading.excepthook:\n" + _lifecycle.exception_text(other))
    return text.strip()


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return ("_thread." + type(self).__name__ + "(exc_type=" + repr(self[0]) + ", exc_value=" + repr(self[1])
                + ", exc_traceback=" + repr(self[2]) + ", thread=" + repr(self[3]) + ")")


ExceptHookArgs.__name__ = ExceptHookArgs.__qualname__ = "ExceptHookArgs" if _before_310 else "_ExceptHookArgs"
ExceptHookArgs.__module__ = "_thread"


def excepthook(args):
    if args.exc_type is SystemExit:
        return
    import _lifecycle
    name = args.thread.name if args.thread is not None else get_ident()
    sys.stderr.write("Exception in thread " + str(name) + ":\n" + _lifecycle.exception_text(args.exc_value))


_own_excepthook = excepthook
if not _before_310:
    __excepthook__ = excepthook

_main_thread = _MainThread()
_machine.set_main_thread(_main_thread)


def current_thread():
    thread = _machine.current_thread_object()
    if thread is None:
        return _dummy()
    return thread


_dummies = {}


def _dummy():
    number = _machine.current_thread_id()
    if number not in _dummies:
        thread = _DummyThread(number)
        _dummies[number] = thread
    return _dummies[number]


def main_thread():
    return _main_thread


def enumerate():
    """Those that live, in the order in which they were started; the main thread also when it has ended (fact B5)."""
    return _living(False)


def _living(to_wait_for_them):
    found = []
    for number, thread in _machine.living_threads(to_wait_for_them):
        if thread is None:
            thread = _dummies.get(number)
        if thread is not None:
            found.append(thread)
    return found


def active_count():
    return len(enumerate())


def get_ident():
    return _machine.identifier(_machine.current_thread_id())


def get_native_id():
    return _machine.process_id + _machine.current_thread_id()


def currentThread():
    _deprecated("currentThread", "use current_thread() instead")
    return current_thread()


def activeCount():
    _deprecated("activeCount", "use active_count() instead")
    return active_count()


def settrace(function):
    if function is not None:
        _machine.not_supported("not supported here: threading.settrace; step through the run on the timeline instead")


def setprofile(function):
    if function is not None:
        _machine.not_supported("not supported here: threading.setprofile; look at the timeline instead")


if _machine.minor >= 12:
    settrace_all_threads, setprofile_all_threads = settrace, setprofile


def gettrace():
    return None


def getprofile():
    return None


if _before_310:
    del gettrace, getprofile
_stack_size = 0


def stack_size(size=0):
    """Told, and of no consequence: frames do not lie on a stack of the system's."""
    global _stack_size
    previous = _stack_size
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if size:
        if size < 32768:
            raise ValueError("size not valid: %d bytes" % size)
        _stack_size = size
    return previous


class _Active:
    """CPython's dict of the threads that live, for programs that look there."""

    def __getattr__(self, name):
        return getattr({thread.ident: thread for thread in enumerate()}, name)

    def __iter__(self):
        return self.__getattr__("__iter__")()

    def __len__(self):
        return active_count()

    def __contains__(self, ident):
        return self.get(ident) is not None

    def __getitem__(self, ident):
        return self.__getattr__("__getitem__")(ident)


_active = _Active()


# --- Exit --------------------------------------------------------------------------------------------------------------

def _register_atexit(func, *args, **kwargs):
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _exit_callbacks.append((func, args, kwargs))


if _machine.minor < 9:
    del _register_atexit


def _shutdown():
    """What the main thread does once its text has ended (`threading._shutdown`)."""
    global _shutting_down, _main_ended, _interrupted
    import _lifecycle
    try:
        _machine.phase("threading callbacks")
        _shutting_down = True
        while _exit_callbacks:
            func, args, kwargs = _exit_callbacks.pop()
            func(*args, **kwargs)
        _main_ended = True
        _machine.main_ended()
        _machine.phase("waiting for threads")
        _wait_for_regular_threads()
    except KeyboardInterrupt as error:
        in_callback = not _main_ended
        _main_ended = _interrupted = True
        _machine.main_ended()
        _lifecycle.report_interrupted_shutdown(error, in_callback)


def _shutdown_again():
    import _lifecycle
    try:
        _wait_for_regular_threads()
    except KeyboardInterrupt as error:
        _lifecycle.report_interrupted_shutdown(error)


def _first_regular_thread():
    for thread in _living(True):
        if thread is not _main_thread and thread._Thread__joinable and not thread._daemonic and thread is not current_thread():
            return thread
    return None


def _has_regular_threads():
    """Whether there are some to wait for; once Ctrl-C has ended a wait nobody waits again."""
    return not _interrupted and _first_regular_thread() is not None


def _wait_for_regular_threads():
    while True:
        thread = _first_regular_thread()
        if thread is None:
            return
        _machine.exit_join_thread(thread._Thread__number)


# --- Conditions and their like -------------------------------------------------------------------------------------------

def _checked(timeout):
    return timeout if timeout is None or timeout > 0 else 0


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
            _machine.name_sync(lock, "mutex")
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self.__waiting = 0
        if _machine.minor >= 14:
            self.locked = lock.locked
        _machine.new_sync(self, "Condition")

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(" + repr(self._lock) + ", " + str(self.__waiting) + ")>"

    @property
    def _waiters(self):
        """For programs that count them."""
        return [None] * self.__waiting

    def _is_owned(self):
        if hasattr(self._lock, "_is_owned"):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        if hasattr(self._lock, "_release_save"):
            count = self._lock._release_save()
        else:
            self._lock.release()
            count = 1
        self.__waiting += 1
        got_it = False
        try:
            got_it = _machine.park(self, "", _checked(timeout))
            return got_it
        finally:
            self.__waiting -= 1
            self._lock.acquire()
            if count > 1:
                self._lock._set_count(count)

    def wait_for(self, predicate, timeout=None):
        import time
        end = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = time.monotonic() + left
                else:
                    left = end - time.monotonic()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        _machine.signal(self, "notify")
        _machine.wake(self, "", n)

    def notify_all(self):
        self.notify(self.__waiting)

    def notifyAll(self):
        _deprecated("notifyAll", "use notify_all() instead")
        self.notify_all()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        _machine.new_sync(self, "Semaphore")

    def __repr__(self):
        return "<" + type(self).__module__ + "." + type(self).__qualname__ + " at " + hex(id(self)) + ": value=" + str(self._value) + ">"

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        import time
        end = None
        while self._value == 0:
            if not blocking:
                return False
            if timeout is not None:
                if end is None:
                    end = time.monotonic() + timeout
                else:
                    timeout = end - time.monotonic()
                if timeout <= 0:
                    return False
            _machine.park(self, "", timeout)
        self._value -= 1
        _machine.signal(self, "acquire")
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n
        _machine.signal(self, "release")
        _machine.wake(self, "", n)

    def __exit__(self, *args):
        self.release()


_release = Semaphore.release


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        return ("<" + type(self).__module__ + "." + type(self).__qualname__ + " at " + hex(id(self)) + ": value="
                + str(self._value) + "/" + str(self._initial_value) + ">")

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        _release(self, n)


if _machine.minor == 8:
    _release_within = BoundedSemaphore.release

    def _release_of_38(self):
        _release(self)

    def _release_within_of_38(self):
        _release_within(self)

    for _class, _function in ((Semaphore, _release_of_38), (BoundedSemaphore, _release_within_of_38)):
        _function.__name__, _function.__qualname__ = "release", _class.__name__ + ".release"
        _class.release = _function


class Event:
    def __init__(self):
        self._flag = False
        _machine.new_sync(self, "Event")

    def __repr__(self):
        status = "set" if self._flag else "unset"
        return "<" + type(self).__module__ + "." + type(self).__qualname__ + " at " + hex(id(self)) + ": " + status + ">"

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated("isSet", "use is_set() instead")
        return self._flag

    def set(self):
        self._flag = True
        _machine.signal(self, "set")
        _machine.wake(self, "", 1000000)

    def clear(self):
        self._flag = False
        _machine.signal(self, "clear")

    def wait(self, timeout=None):
        if self._flag:
            return True
        if _machine.park(self, "", _checked(timeout)):
            return True
        return self._flag


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if _machine.minor >= 12 and parties < 1:
            raise ValueError("parties must be >= 1" if _machine.minor != 13 else "parties must be > 0")
        self._parties = parties
        self._action = action
        self._timeout = timeout
        self._state = "filling"
        self._count = 0
        _machine.new_sync(self, "Barrier")

    def __repr__(self):
        name = "<" + type(self).__module__ + "." + type(self).__qualname__ + " at " + hex(id(self))
        if self.broken:
            return name + ": broken>"
        return name + ": waiters=" + str(self.n_waiting) + "/" + str(self._parties) + ">"

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        while self._state in ("draining", "resetting"):
            _machine.park(self, "", None)
        if self._state == "broken":
            raise BrokenBarrierError
        index = self._count
        self._count += 1
        try:
            if index + 1 == self._parties:
                try:
                    if self._action:
                        self._action()
                    self._state = "draining"
                    _machine.signal(self, "release")
                    _machine.wake(self, "", 1000000)
                except BaseException:
                    self._break()
                    raise
            else:
                self._wait(timeout)
            return index
        finally:
            self._count -= 1
            if self._count == 0 and self._state in ("resetting", "draining"):
                self._state = "filling"
                _machine.wake(self, "", 1000000)

    def _wait(self, timeout):
        import time
        end = None if timeout is None else time.monotonic() + timeout
        while self._state == "filling":
            left = None if end is None else end - time.monotonic()
            if left is not None and left <= 0:
                self._break()
                raise BrokenBarrierError
            _machine.park(self, "", left)
        if self._state in ("broken", "resetting"):
            raise BrokenBarrierError

    def _break(self):
        self._state = "broken"
        _machine.signal(self, "break")
        _machine.wake(self, "", 1000000)

    def reset(self):
        if self._count > 0:
            if self._state in ("filling", "broken"):
                self._state = "resetting"
        else:
            self._state = "filling"
        _machine.signal(self, "reset")
        _machine.wake(self, "", 1000000)

    def abort(self):
        self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()
        _machine.name_sync(self.finished, "finished")

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class local:
    """Attributes of which each thread has its own (fact F7)."""

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_namespaces", {})
        object.__setattr__(self, "_arguments", (args, kwargs))
        return self

    def _namespace(self):
        namespaces = object.__getattribute__(self, "_namespaces")
        number = _machine.current_thread_id()
        if number not in namespaces:
            namespaces[number] = {}
            if _machine.watches_ends():
                thread = _machine.current_thread_object()
                if thread is not None:
                    thread._Thread__local_data = [*thread._Thread__local_data, self]
            cls = type(self)
            if cls.__init__ is not object.__init__ and len(namespaces) > 1:
                args, kwargs = object.__getattribute__(self, "_arguments")
                cls.__init__(self, *args, **kwargs)
        return namespaces[number]

    def __getattribute__(self, name):
        if name in ("__class__", "_namespace"):
            return object.__getattribute__(self, name)
        namespace = object.__getattribute__(self, "_namespace")()
        if name == "__dict__":
            return namespace
        if name in namespace:
            return namespace[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            kind = "_thread._local" if type(self) is local else type(self).__name__
            raise AttributeError("'" + kind + "' object has no attribute '" + name + "'") from None

    def __dir__(self):
        return [*object.__dir__(self), *self.__dict__]

    def __setattr__(self, name, value):
        if name == "__dict__":
            kind = "_thread._local" if type(self) is local else type(self).__name__
            raise AttributeError("'" + kind + "' object attribute '__dict__' is read-only")
        object.__getattribute__(self, "_namespace")()[name] = value

    def __delattr__(self, name):
        namespace = object.__getattribute__(self, "_namespace")()
        if name not in namespace:
            kind = "_thread._local" if type(self) is local else type(self).__name__
            raise AttributeError(name if _machine.minor < 11 else "'" + kind + "' object has no attribute '" + name + "'")
        del namespace[name]


local.__name__ = local.__qualname__ = "_local"
local.__module__ = "_thread"

if _machine.minor < 11:
    del Semaphore.__repr__, BoundedSemaphore.__repr__, Event.__repr__, Barrier.__repr__
