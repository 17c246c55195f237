"""The life of the process: the main thread's run and the phases of exit (`Py_RunMain`, `Py_FinalizeEx`)."""

import _machine
import atexit
import sys
import threading

STATUS_SIGINT = 130


def main(body):
    status = run(body)
    sys.stdout.flush()
    if _machine.is_interactive():
        wait_at_prompt()
    finalize(status)


def wait_at_prompt():
    while True:
        try:
            _machine.prompt()
            return
        except KeyboardInterrupt:
            sys.stderr.write("\nKeyboardInterrupt\n")


def run(body):
    """Runs the program's text; gives the exit status."""
    try:
        body()
    except SystemExit as error:
        return exit_status(error)
    except BaseException as error:
        sys.stdout.flush()
        report(error)
        # Its frames, and what their locals hold, live on until the interpreter is gone.
        sys.last_value = error
        return STATUS_SIGINT if isinstance(error, KeyboardInterrupt) else 1
    return 0


def exit_status(error):
    code = error.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    sys.stdout.flush()
    sys.stderr.write(str(code) + "\n")
    return 1


def report(error):
    """An exception that nobody caught, through `sys.excepthook`."""
    hook = sys.excepthook
    if hook is sys.__excepthook__:
        sys.stderr.write(exception_text(error))
        return
    try:
        hook(type(error), error, error.__traceback__)
    except SystemExit:
        pass
    except BaseException as other:
        sys.stderr.write("Error in sys.excepthook:\n" + exception_text(other))
        sys.stderr.write("\nOriginal exception was:\n" + exception_text(error))


def finalize(status):
    threading._shutdown()
    _machine.phase("atexit callbacks")
    while True:
        atexit._run_exitfuncs()
        # 3.15 waits for threads that callbacks started (gh-136003); before, they are left behind.
        if _machine.minor < 15 or not (atexit._ncallbacks() or threading._has_regular_threads()):
            break
        threading._shutdown_again()
    _machine.phase("finalizing")
    if _machine.freeze():
        _machine.end_circles()
        sys.last_value = None
        empty_modules()
        _machine.end_everything()
    _machine.flush_stdout()
    _machine.exit(status)


def empty_modules():
    """What modules that the program made hold is let go of, even where a daemon stands (`finalize_modules`)."""
    for module in list(dict.values(sys.modules)):
        if type(module) is type(sys):
            for name in list(module.__dict__):
                setattr(module, name, None)


# --- Texts of exceptions -------------------------------------------------------------------------------------------------

CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


# Writes tracebacks of exception groups; `_exception_groups` puts it here.
text_with_groups = None


def exception_text(error, chain=True, by_library=False):
    """The whole traceback, chained exceptions first. `by_library`: as the module `traceback` words it."""
    linked = chained(error, chain)
    if text_with_groups is not None:
        return text_with_groups(linked, chain, by_library)
    return "".join([link + traceback_head(error) + last_line(error, by_library) for link, error in linked])


def chained(error, chain):
    """What led to an exception and the exception itself, each with the sentence that comes before it."""
    parts = []
    seen = []
    while error is not None:
        seen.append(error)
        following, link = error.__cause__, CAUSE
        if following is None and not error.__suppress_context__:
            following, link = error.__context__, CONTEXT
        if not chain or following is None or any([following is other for other in seen]):
            parts.append(("", error))
            break
        parts.append((link, error))
        error = following
    parts.reverse()
    return parts


def traceback_head(error):
    frames = _machine.traceback_text(error)
    return "Traceback (most recent call last):\n" + frames if frames or error.__traceback__ is not None else ""


def last_line(error, by_library=False):
    """`ValueError: text`, with the notes of the exception behind it."""
    kind = type(error)
    name = kind.__name__ if _machine.minor < 9 and not by_library else kind.__qualname__
    # Up to 3.10 the interpreter itself names classes of the program with their module; `traceback` never does.
    if kind.__module__ != "builtins" and (kind.__module__ != "__main__" or (_machine.minor < 11 and not by_library)):
        name = kind.__module__ + "." + name
    try:
        text = str(error)
    except BaseException:
        text = "<exception str() failed>" if _machine.minor >= 11 else "<unprintable " + kind.__name__ + " object>"
    text += _machine.hint(error)
    lines = name + ": " + text + "\n" if text else name + "\n"
    for note in getattr(error, "__notes__", ()):
        lines += str(note) + "\n"
    return lines


_warned = set()


def warn_of_deprecation(text):
    """A `DeprecationWarning` about a line of the program; by itself where the program does not import `warnings`."""
    warnings = _machine.module_named("warnings")
    if warnings is not None:
        warnings.warn(text, DeprecationWarning)
        return
    line = _machine.caller_line()
    if (text, line) in _warned:
        return
    _warned.add((text, line))
    name, source = _machine.source_line(line)
    sys.stderr.write(name + ":" + str(line) + ": DeprecationWarning: " + text + "\n  " + source.strip() + "\n")


def report_atexit(function, error):
    """An exception in an atexit callback; the others still run (fact C7)."""
    if isinstance(error, SystemExit) and _machine.minor < 10:
        return
    message = "Exception ignored in atexit callback"
    if _machine.minor < 10:
        sys.stderr.write("Error in atexit._run_exitfuncs:\n" + exception_text(error))
    elif _machine.minor < 13:
        report_unraisable(error, message + ": " + repr(function) + "\n", message, function)
    else:
        message += " " + repr(function)
        report_unraisable(error, message + ":\n", message, None)


class UnraisableHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    err_msg = property(lambda self: self[3])
    object = property(lambda self: self[4])

    def __repr__(self):
        names = ("exc_type", "exc_value", "exc_traceback", "err_msg", "object")
        return "UnraisableHookArgs(" + ", ".join([name + "=" + repr(value) for name, value in zip(names, self)]) + ")"


UnraisableHookArgs.__module__ = "builtins"


def unraisable_text(error):
    """Its traceback, which in 3.13 and 3.14 underlines nothing (`PyTraceBack_Print`)."""
    lines = exception_text(error).splitlines(keepends=True)
    bare = _machine.minor in (13, 14)
    return "".join([line for line in lines if not bare or line.strip(" ~^\n") or line == "\n"])


def report_unraisable(error, head, message, what):
    """An exception that nobody could catch (`PyErr_WriteUnraisable`): through `sys.unraisablehook` where the program has
    one of its own."""
    hook = sys.unraisablehook
    if hook is sys.__unraisablehook__ or _machine.is_finalizing():
        sys.stderr.write(head + unraisable_text(error))
        return
    try:
        hook(UnraisableHookArgs((type(error), error, error.__traceback__, message, what)))
    except BaseException as other:
        sys.stderr.write("Exception ignored in sys.unraisablehook: " + repr(hook) + "\n" + exception_text(other))


def report_interrupted_shutdown(error, in_callback=False):
    """Ctrl-C while the interpreter waits for threads: the wait is given up (fact C6)."""
    if _machine.minor < 13:
        head = "Exception ignored in: <module 'threading' from '/usr/lib/python3." + str(_machine.minor) + "/threading.py'>\n"
    elif in_callback:
        head = "Exception ignored on threading shutdown:\n"
    elif _machine.minor == 13:
        head = ""
    elif _machine.minor == 14:
        head = "Exception ignored while joining a thread in _thread._shutdown():\n"
    else:
        head = "Exception ignored on threading shutdown:\n"
    text = unraisable_text(error)
    if _machine.minor < 15:
        text = text[:-1] + ": \n"
    sys.stderr.write(head + text)
