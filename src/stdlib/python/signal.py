"""The module `signal`. Handlers run in the main thread; Ctrl-C is SIGINT."""

import _machine
import threading

_NAMES = ("SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGKILL", "SIGUSR1",
          "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM")
NSIG = 65


class _Named(int):
    """A member of the enumerations `Signals` and `Handlers`."""

    _kind = "Signals"

    def __new__(cls, value, name):
        self = int.__new__(cls, value)
        self.name = name
        self.value = int(value)
        return self

    def __repr__(self):
        return "<" + self._kind + "." + self.name + ": " + int.__repr__(self.value) + ">"

    def __str__(self):
        return int.__repr__(self.value) if _machine.minor >= 11 else self._kind + "." + self.name


class _Handler(_Named):
    _kind = "Handlers"


_signals = {}
for _number in range(1, 16):
    _signals[_number] = globals()[_NAMES[_number - 1]] = _Named(_number, _NAMES[_number - 1])
SIGCHLD = _signals[17] = _Named(17, "SIGCHLD")
SIG_DFL = _Handler(0, "SIG_DFL")
SIG_IGN = _Handler(1, "SIG_IGN")


def Signals(value):
    if value not in _signals:
        raise ValueError(str(value) + " is not a valid Signals")
    return _signals[value]


def default_int_handler(signalnum, frame):
    raise KeyboardInterrupt


_handlers = {2: default_int_handler}


def _check(signalnum):
    if not isinstance(signalnum, int):
        raise TypeError("'" + type(signalnum).__name__ + "' object cannot be interpreted as an integer")
    if not 1 <= signalnum < NSIG:
        raise ValueError("signal number out of range")


def signal(signalnum, handler):
    _check(signalnum)
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter" if _machine.minor >= 10
                         else "signal only works in main thread")
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if signalnum in (9, 19):
        raise OSError(22, "Invalid argument")
    previous = getsignal(signalnum)
    _handlers[int(signalnum)] = handler
    if signalnum == 2:
        _machine.set_interrupt_handler(None if handler is default_int_handler else _interrupted)
    return previous


def getsignal(signalnum):
    _check(signalnum)
    return _handlers.get(int(signalnum), SIG_DFL)


def deliver(signalnum=2):
    """Runs the handler in the main thread."""
    handler = getsignal(signalnum)
    if handler == SIG_IGN:
        return
    if handler == SIG_DFL:
        # The process dies at once, without any of the exit's phases.
        _machine.exit(128 + int(signalnum))
        return
    handler(int(signalnum), None)


def _interrupted(in_a_wait):
    """SIGINT has come: after the handler, a wait that it interrupted goes on."""
    deliver()
    if in_a_wait:
        return _machine.wait_again()


def raise_signal(signalnum, _from_outside=False):
    _check(signalnum)
    handler = getsignal(signalnum)
    if handler == SIG_DFL and signalnum not in (17,):
        _machine.exit(128 + int(signalnum))
    elif threading.current_thread() is threading.main_thread():
        deliver(signalnum)
    elif callable(handler):
        if signalnum != 2:
            _machine.not_supported("not supported here: another signal than SIGINT sent from a thread that is not the main one")
        _machine.interrupt_main(_from_outside)


def pause():
    import time
    while True:
        time.sleep(threading.TIMEOUT_MAX)


def alarm(seconds):
    _machine.not_supported("not supported here: signal.alarm(); use threading.Timer")


def setitimer(which, seconds, interval=0.0):
    alarm(seconds)


def strsignal(signalnum):
    return {2: "Interrupt", 15: "Terminated", 9: "Killed", 14: "Alarm clock", 1: "Hangup"}.get(int(signalnum))


def valid_signals():
    return set(_signals.values())


def siginterrupt(signalnum, flag):
    pass


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1
