"""The module `sys`."""

import _machine


class _Stream:
    """`sys.stdout` and `sys.stderr`."""

    encoding = "utf-8"
    errors = "strict"
    newlines = None
    closed = False
    mode = "w"
    line_buffering = False
    write_through = False

    def __init__(self, name, is_error):
        self.name = name
        self._is_error = is_error

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not " + type(text).__name__)
        _machine.before_write(False)
        _machine.write(self._is_error, text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        if not self._is_error:
            _machine.flush_stdout()

    def isatty(self):
        return _machine.stdout_is_terminal()

    def fileno(self):
        return 2 if self._is_error else 1

    def writable(self):
        return True

    def readable(self):
        return False

    def seekable(self):
        return False

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        if not self._is_error and (line_buffering is not None or write_through is not None):
            self.line_buffering = bool(line_buffering)
            _machine.set_stdout_kind("through" if write_through else "line" if line_buffering else "block")

    @property
    def buffer(self):
        return _Buffer(self._is_error)

    def detach(self):
        return self.buffer

    def __repr__(self):
        return "<_io.TextIOWrapper name='" + self.name + "' mode='w' encoding='utf-8'>"


class _Buffer:
    """`sys.stdout.buffer`, for bytes."""

    mode = "wb"
    closed = False

    def __init__(self, is_error):
        self._is_error = is_error
        self.name = "<stderr>" if is_error else "<stdout>"

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        text = bytes(data).decode("utf-8", "replace")
        if self._is_error:
            _machine.write(True, text)
        else:
            _machine.before_write(False)
            _machine.write_binary(text)
        return len(data)

    def flush(self):
        if not self._is_error:
            _machine.flush_binary()

    def fileno(self):
        return 2 if self._is_error else 1

    def isatty(self):
        return _machine.stdout_is_terminal()

    def writable(self):
        return True


class _Input:
    """`sys.stdin`: the scripted lines."""

    name = "<stdin>"
    encoding = "utf-8"

    def readline(self):
        line = _machine.read_line()
        return "" if line is None else line + "\n"

    def read(self):
        lines = []
        for line in self:
            lines.append(line)
        return "".join(lines)

    def readlines(self):
        return list(self)

    def isatty(self):
        return _machine.stdout_is_terminal()

    def fileno(self):
        return 0

    def __iter__(self):
        while True:
            line = self.readline()
            if not line:
                return
            yield line

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class _VersionInfo(tuple):
    major = 3
    minor = _machine.minor
    micro = 0
    releaselevel = "final"
    serial = 0

    def __repr__(self):
        return "sys.version_info(major=3, minor=" + str(self.minor) + ", micro=0, releaselevel='final', serial=0)"


class _Flags:
    debug = 0
    dev_mode = False
    utf8_mode = 0
    optimize = 0
    interactive = 0
    verbose = 0
    if _machine.minor >= 14:
        thread_inherit_context = 0
        context_aware_warnings = 0


class UnraisableHookArgs:
    pass


for _class, _name in ((_Stream, "TextIOWrapper"), (_Input, "TextIOWrapper"), (_Buffer, "BufferedWriter")):
    _class.__name__ = _class.__qualname__ = _name
    _class.__module__ = "_io"
_VersionInfo.__name__ = _VersionInfo.__qualname__ = "version_info"
_Flags.__name__ = _Flags.__qualname__ = "flags"
stdout = __stdout__ = _Stream("<stdout>", False)
stderr = __stderr__ = _Stream("<stderr>", True)
stdin = __stdin__ = _Input()
_machine.set_streams(stdout, stderr)
version_info = _VersionInfo((3, _machine.minor, 0, "final", 0))
version = "3." + str(_machine.minor) + ".0 (main, Jan  1 2026, 12:00:00) [GCC 12.2.0]"
hexversion = 0x030000F0 + (_machine.minor << 16)
platform = "linux"
byteorder = "little"
maxsize = 9223372036854775807
maxunicode = 1114111
executable = "/usr/bin/python3"
prefix = exec_prefix = base_prefix = "/usr"
path = ["", "/usr/lib/python3." + str(_machine.minor)]
argv = ["main.py"]
flags = _Flags()


class _FloatInfo:
    max, min, epsilon = 1.7976931348623157e+308, 2.2250738585072014e-308, 2.220446049250313e-16
    max_exp, max_10_exp, min_exp, min_10_exp, dig, mant_dig, radix, rounds = 1024, 308, -1021, -307, 15, 53, 2, 1


float_info = _FloatInfo()
dont_write_bytecode = False
tracebacklimit = 1000
warnoptions = []
implementation_name = "cpython"
ps1 = ">>> "
_switch_interval = 0.005


class _ThreadInfo(tuple):
    name = property(lambda self: self[0])
    lock = property(lambda self: self[1])
    version = property(lambda self: self[2])

    def __repr__(self):
        return "sys.thread_info(name=%r, lock=%r, version=%r)" % tuple(self)


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-3" + str(_machine.minor)


implementation = _Implementation()
implementation.version = version_info
implementation.hexversion = hexversion
api_version = 1013
abiflags = ""
copyright = "Copyright (c) 2001 Python Software Foundation.\nAll Rights Reserved."
float_repr_style = "short"
if _machine.minor >= 9:
    platlibdir = "lib"
if _machine.minor >= 10:
    orig_argv = ["python3", "main.py"]
meta_path, path_hooks, path_importer_cache = [], [], {}


class _HashInfo:
    width, modulus, inf, nan, imag, algorithm, hash_bits, seed_bits = 64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128


hash_info = _HashInfo()


class _IntInfo:
    bits_per_digit, sizeof_digit, default_max_str_digits, str_digits_check_threshold = 30, 4, 4300, 640


int_info = _IntInfo()
_most_digits = 4300


def get_int_max_str_digits():
    return _most_digits


def set_int_max_str_digits(maxdigits):
    if maxdigits != _most_digits:
        _machine.not_supported("not supported here: another limit than 4300 digits; print a part, such as number % 10 ** 20")


def displayhook(value):
    if value is not None:
        print(repr(value))


def unraisablehook(unraisable):
    import _lifecycle
    head = unraisable.err_msg if unraisable.err_msg else "Exception ignored in"
    head += ": " + repr(unraisable.object) if unraisable.object is not None else ":"
    stderr.write(head + "\n" + _lifecycle.unraisable_text(unraisable.exc_value))


def breakpointhook(*args, **keywords):
    _machine.not_supported("not supported here: breakpoint(); step through the run on the timeline")


def getprofile():
    return None


def getallocatedblocks():
    return 100000


def call_tracing(function, args):
    return function(*args)


def audit(event, *args):
    pass


def addaudithook(hook):
    pass


def getfilesystemencodeerrors():
    return "surrogateescape"


__displayhook__, __unraisablehook__, __breakpointhook__ = displayhook, unraisablehook, breakpointhook


thread_info = _ThreadInfo(("pthread", "semaphore", "NPTL 2.36"))


class _Modules(dict):
    """The modules that were loaded, and the program itself."""

    def __missing__(self, name):
        found = _machine.module_named(name)
        if found is None:
            raise KeyError(name)
        return found

    def __contains__(self, name):
        return _machine.module_named(name) is not None

    def get(self, name, default=None):
        found = _machine.module_named(name)
        return default if found is None else found


modules = _Modules()
builtin_module_names = ("_thread", "builtins", "sys", "time")


def exit(status=None):
    if status is None:
        raise SystemExit
    # A tuple is taken for all the arguments (`PyErr_SetObject`).
    if isinstance(status, tuple):
        raise SystemExit(*status)
    raise SystemExit(status)


def exc_info():
    error = _machine.handled()
    if error is None:
        return (None, None, None)
    return (type(error), error, error.__traceback__)


if _machine.minor >= 11:
    def exception():
        return _machine.handled()


def _getframe(depth=0):
    from _internal import frame_of
    places = _machine.stack(None)
    if not 0 <= depth < len(places):
        if depth < 0:
            return frame_of(places)
        raise ValueError("call stack is not deep enough")
    return frame_of(places[:len(places) - depth])


def _current_frames():
    import threading
    from _internal import frame_of
    frames = {}
    for thread in threading.enumerate():
        frames[thread.ident] = frame_of(_machine.stack(thread._Thread__number))
    return frames


def getswitchinterval():
    return _switch_interval


def setswitchinterval(interval):
    global _switch_interval
    if interval <= 0.0:
        raise ValueError("switch interval must be strictly positive")
    _switch_interval = float(interval)


_recursion_limit = _machine.recursion_limit


def getrecursionlimit():
    return _recursion_limit


def setrecursionlimit(limit):
    global _recursion_limit
    if not isinstance(limit, int):
        raise TypeError("'" + type(limit).__name__ + "' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    if not _machine.set_recursion_limit(limit):
        raise RecursionError("cannot set the recursion limit to %d at the recursion depth %d: the limit is too low" % (
            limit, len(_machine.stack(None))))
    _recursion_limit = limit


def is_finalizing():
    return _machine.is_finalizing()


def _is_gil_enabled():
    return not _machine.is_free_threaded()


if _machine.minor < 13:
    del _is_gil_enabled


def getsizeof(value, default=0):
    _machine.not_supported("not supported here: sys.getsizeof; sizes are CPython's own affair")


def getrefcount(value):
    _machine.not_supported("not supported here: sys.getrefcount; counts are CPython's own affair")


def intern(text):
    return text


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def excepthook(kind, value, trace):
    import _lifecycle
    stderr.write(_lifecycle.exception_text(value))


__excepthook__ = excepthook


def settrace(function):
    if function is not None:
        _machine.not_supported("not supported here: sys.settrace; step through the run on the timeline instead")


def setprofile(function):
    if function is not None:
        _machine.not_supported("not supported here: sys.setprofile; look at the timeline instead")


def gettrace():
    return None
