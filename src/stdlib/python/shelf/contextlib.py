"""The module `contextlib`."""
# Not modelled: AsyncContextDecorator

import _machine
from functools import wraps
from _collections import deque


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **keywords):
            with self._recreate_cm():
                return func(*args, **keywords)
        return inner


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
    def __init__(self, func, args, keywords):
        self.gen = func(*args, **keywords)
        self.func, self.args, self.keywords = func, args, keywords
        self.__doc__ = func.__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.keywords)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            self._not_stopped("generator didn't stop")
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is value or isinstance(value, StopIteration) and error.__cause__ is value:
                # The way through the generator is not shown.
                value.with_traceback(traceback)
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            value.with_traceback(traceback)
            return False
        self._not_stopped("generator didn't stop after throw()")

    def _not_stopped(self, text):
        try:
            raise RuntimeError(text)
        finally:
            self.gen.close()


def contextmanager(func):
    @wraps(func)
    def helper(*args, **keywords):
        return _GeneratorContextManager(func, args, keywords)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class _Redirect(AbstractContextManager):
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, *excinfo):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = "stdout"


class redirect_stderr(_Redirect):
    _stream = "stderr"


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        other = type(self)()
        other._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return other

    def enter_context(self, cm):
        cls = type(cm)
        if not hasattr(cls, "__enter__") or not hasattr(cls, "__exit__"):
            kind = TypeError if _machine.minor >= 11 else AttributeError
            raise kind("'" + cls.__module__ + "." + cls.__qualname__ + "' object does not support the context manager protocol"
                       if _machine.minor >= 11 else "__enter__")
        result = cls.__enter__(cm)
        self._exit_callbacks.append(lambda *details: cls.__exit__(cm, *details))
        return result

    def push(self, exit):
        if hasattr(type(exit), "__exit__"):
            self._exit_callbacks.append(lambda *details: type(exit).__exit__(exit, *details))
        else:
            self._exit_callbacks.append(exit)
        return exit

    def callback(self, callback, /, *args, **keywords):
        def run(*details):
            callback(*args, **keywords)
        self._exit_callbacks.append(run)
        return callback

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, *details):
        pending = details[1]
        raised = False
        suppressed = False
        while self._exit_callbacks:
            callback = self._exit_callbacks.pop()
            try:
                kind = None if pending is None else type(pending)
                if callback(kind, pending, None if pending is None else pending.__traceback__):
                    suppressed = True
                    raised = False
                    pending = None
            except BaseException as error:
                if pending is not None and error.__context__ is None and error is not pending:
                    error.__context__ = pending
                raised = True
                pending = error
        if raised:
            raise pending
        return details[1] is not None and suppressed


if _machine.minor >= 11:
    class chdir(AbstractContextManager):
        def __init__(self, path):
            self.path = path
            self._before = []

        def __enter__(self):
            os = _os()
            self._before.append(os.getcwd())
            os.chdir(self.path)

        def __exit__(self, *excinfo):
            _os().chdir(self._before.pop())

    def _os():
        """Not imported, as few programs need it."""
        found = _machine.module_named("os")
        if found is None:
            _machine.not_supported("not supported here: contextlib.chdir() without an import of os")
        return found


for _name in ("asynccontextmanager", "AsyncExitStack", "aclosing", "AbstractAsyncContextManager"):
    def _refuse(*args, _name=_name, **keywords):
        _machine.not_supported("not supported here: contextlib." + _name + "; threads are what is shown here")
    globals()[_name] = _refuse

if _machine.minor < 10:
    del aclosing
