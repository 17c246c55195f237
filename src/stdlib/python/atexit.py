"""The module `atexit` (`Modules/atexitmodule.c`): callbacks, last registered first."""

import _machine

_callbacks = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _callbacks.append((func, args, kwargs))
    return func


def unregister(func):
    kept = []
    for entry in _callbacks:
        if not entry[0] == func:
            kept.append(entry)
    _callbacks[:] = kept


def _clear():
    _callbacks[:] = []


def _ncallbacks():
    return len(_callbacks)


def _run_exitfuncs():
    import _lifecycle
    # What is registered while the callbacks run is never called (fact C7).
    pending = _callbacks[:]
    _callbacks[:] = []
    while pending:
        func, args, kwargs = pending.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            _lifecycle.report_atexit(func, error)
    _callbacks[:] = []
