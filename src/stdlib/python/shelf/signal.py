"""The module `signal`. Handlers run in the main thread; Ctrl-C is SIGINT."""
# Not modelled: pidfd_send_signal sigpending

import _machine
import threading

_NAMES = ("SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM "
          "SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO "
          "SIGPWR SIGSYS").split()
# What a signal without a handler leaves alone, and what stops the process.
_IGNORED = (17, 18, 23, 28)
_STOPPING = (19, 20, 21, 22)
NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


class ItimerError(OSError):
    pass


class _Members(type):
    def __call__(cls, value):
        if value not in cls._members:
            raise ValueError(repr(value) + " is not a valid " + cls.__name__)
        return cls._members[value]

    def __getitem__(cls, name):
        for member in cls._members.values():
            if member.name == name:
                return member
        raise KeyError(name)

    def __iter__(cls):
        return iter(cls._members.values())

    def __len__(cls):
        return len(cls._members)

    def _add(cls, value, name):
        self = int.__new__(cls, value)
        self.name, self.value = name, value
        cls._members[value] = self
        setattr(cls, name, self)
        return self


class _Named(int):
    def __repr__(self):
        return "<" + type(self).__name__ + "." + self.name + ": " + int.__repr__(self.value) + ">"

    def __str__(self):
        return int.__repr__(self.value) if _machine.minor >= 11 else type(self).__name__ + "." + self.name

    def __format__(self, spec):
        return format(self.value, spec)


class Signals(_Named, metaclass=_Members):
    _members = {}


class Handlers(_Named, metaclass=_Members):
    _members = {}


for _number, _name in enumerate(_NAMES):
    globals()[_name] = Signals._add(_number + 1, _name)
SIGRTMIN, SIGRTMAX = Signals._add(34, "SIGRTMIN"), Signals._add(64, "SIGRTMAX")
SIGCLD, SIGPOLL = SIGCHLD, SIGIO
SIG_DFL, SIG_IGN = Handlers._add(0, "SIG_DFL"), Handlers._add(1, "SIG_IGN")


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
    _machine.set_interrupt_handler(_interrupted)
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
        _die(signalnum)
        return
    from _internal import frame_of
    handler(int(signalnum), frame_of(_machine.stack(None)))
    _machine.wake(_pause, "", 1)


def _die(signalnum):
    """The process dies at once, without any of the exit's phases."""
    if signalnum in _STOPPING:
        _machine.not_supported("not supported here: a signal that stops the process")
    if signalnum not in _IGNORED:
        _machine.exit(128 + int(signalnum))


_pending = []


def _interrupted(in_a_wait):
    """A signal has come: after the handler, a wait that it interrupted goes on."""
    if _machine.take_alarm():
        deliver(14)
    elif not _pending:
        deliver()
    while _pending:
        deliver(_pending.pop(0))
    if in_a_wait:
        return _machine.wait_again()


def raise_signal(signalnum, _from_outside=False):
    _check(signalnum)
    handler = getsignal(signalnum)
    if handler == SIG_DFL:
        _die(signalnum)
    elif threading.current_thread() is threading.main_thread():
        deliver(signalnum)
    elif callable(handler):
        # A signal that comes again before its handler has run has come once (`trip_signal` in `Modules/signalmodule.c`).
        if int(signalnum) in _pending and not _from_outside:
            return
        if int(signalnum) not in _pending:
            _pending.append(int(signalnum))
            _pending.sort()
        _machine.set_interrupt_handler(_interrupted)
        _machine.interrupt_main(_from_outside)


def pthread_kill(thread_id, signalnum):
    if thread_id not in [thread.ident for thread in threading.enumerate()]:
        raise ProcessLookupError(3, "No such process")
    raise_signal(signalnum, True)


class _Pause:
    """What `pause()` waits for."""


_pause = _Pause()
_machine.new_sync(_pause, "Event")


def pause():
    _machine.park(_pause, "", None)


def alarm(seconds):
    if not isinstance(seconds, int):
        raise TypeError("'" + type(seconds).__name__ + "' object cannot be interpreted as an integer")
    _machine.set_interrupt_handler(_interrupted)
    left = _machine.set_alarm(seconds * 1000000000, 0)[0]
    return (left + 999999999) // 1000000000


def setitimer(which, seconds, interval=0.0):
    if which != ITIMER_REAL:
        _machine.not_supported("not supported here: timers of CPU time; use signal.ITIMER_REAL")
    if seconds < 0 or interval < 0:
        raise ItimerError(22, "Invalid argument")
    _machine.set_interrupt_handler(_interrupted)
    left, again = _machine.set_alarm(int(seconds * 1000000000), int(interval * 1000000000))
    return (left / 1000000000, again / 1000000000)


def getitimer(which):
    left, again = _machine.set_alarm(0, 0)
    _machine.set_alarm(left, again)
    return (left / 1000000000, again / 1000000000)


def sigwait(sigset):
    _machine.not_supported("not supported here: signal.sigwait(); set a handler and wait for an Event")


sigwaitinfo = sigtimedwait = sigwait


def pthread_sigmask(how, mask):
    _machine.not_supported("not supported here: masks of signals; set a handler")


SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2


def strsignal(signalnum):
    return {2: "Interrupt", 15: "Terminated", 9: "Killed", 14: "Alarm clock", 1: "Hangup", 10: "User defined signal 1", 12: "User defined signal 2",
            3: "Quit", 6: "Aborted", 11: "Segmentation fault", 17: "Child exited"}.get(int(signalnum))


def valid_signals():
    return set(Signals)


def siginterrupt(signalnum, flag):
    pass


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1


if _machine.minor < 11:
    del SIGSTKFLT
