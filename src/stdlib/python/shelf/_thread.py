"""The module `_thread`: threads that nobody waits for (fact G2)."""

import _machine
import sys
import threading

error = RuntimeError
TIMEOUT_MAX = threading.TIMEOUT_MAX
LockType = _machine.Lock
RLock = _machine.RLock
_local = threading.local
_ExceptHookArgs = threading.ExceptHookArgs
_started = []


allocate_lock = _machine.allocate_lock
allocate = allocate_lock
get_ident = threading.get_ident
get_native_id = threading.get_native_id
stack_size = threading.stack_size


def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")

    def run(_):
        _machine.came_up()
        text, by_system_exit, line = None, False, 0
        try:
            function(*args, **kwargs)
        except SystemExit:
            by_system_exit = True
            line = _machine.caller_line()
        except BaseException as error:
            text = _report(function, error)
        _started.remove(number)
        threading._dummies.pop(number, None)
        _machine.thread_ended(text, by_system_exit, line)

    number = _machine.new_thread(None, "_thread (" + getattr(function, "__name__", "?") + ")", True, function)
    _started.append(number)
    _machine.start_thread(number, run, None)
    return _machine.identifier(number)


start_new = start_new_thread


def _report(function, error):
    import _lifecycle
    message = "Exception ignored in thread started by"
    if _machine.minor >= 13:
        message += " " + repr(function)
        _lifecycle.report_unraisable(error, message + ":\n", message, None)
    else:
        _lifecycle.report_unraisable(error, message + ": " + repr(function) + "\n", message, function)
    return _lifecycle.last_line(error).strip()


def _count():
    return len(_started) + threading.active_count() - 1


def exit():
    raise SystemExit


exit_thread = exit


def interrupt_main(signum=2):
    import signal
    signal._check(signum)
    if signal.getsignal(signum) in (signal.SIG_DFL, signal.SIG_IGN):
        return
    if signum != 2:
        _machine.not_supported("not supported here: interrupt_main() with another signal than SIGINT")
    _machine.interrupt_main(False)
