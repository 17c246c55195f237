"""The module `concurrent.futures`: pools of threads, and futures (fact D3)."""

import _machine
import _lifecycle
import atexit
import queue
import sys
import threading
import time

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
_EVERYBODY = 1000000
_DONE = ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")
_SHOWN = {"PENDING": "pending", "RUNNING": "running", "CANCELLED": "cancelled", "CANCELLED_AND_NOTIFIED": "cancelled",
          "FINISHED": "finished"}


class Error(Exception):
    pass


class CancelledError(Error):
    pass


if _machine.minor >= 11:
    TimeoutError = TimeoutError
else:
    class TimeoutError(Error):
        pass

    TimeoutError.__module__ = "concurrent.futures._base"


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class BrokenThreadPool(BrokenExecutor):
    pass


for _class in (Error, CancelledError, InvalidStateError, BrokenExecutor):
    _class.__module__ = "concurrent.futures._base"
BrokenThreadPool.__module__ = "concurrent.futures.thread"


def _log(message, *args, error=None):
    """Through the logger `concurrent.futures`; where the program does not use `logging`, as its last resort words it."""
    logging = _machine.module_named("logging")
    if logging is None:
        text = _lifecycle.exception_text(error, by_library=True) if error is not None else ""
        sys.stderr.write(message % args + "\n" + text)
    elif error is None or message.startswith("Exception in"):
        logging.getLogger("concurrent.futures").critical(message, *args, exc_info=error)
    else:
        logging.getLogger("concurrent.futures").error(message, *args, exc_info=error)


class Future:
    # CPython's lock of a future, which none here needs; what has none is no future.
    _condition = None

    def __init__(self):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._done_callbacks = []
        self._waiters = []
        _machine.new_sync(self, "Future")

    def __repr__(self):
        text = "<Future at " + hex(id(self)) + " state=" + _SHOWN[self._state]
        if self._state == "FINISHED":
            if self._exception is not None:
                text += " raised " + type(self._exception).__name__
            else:
                text += " returned " + type(self._result).__name__
        return text + ">"

    def cancelled(self):
        return self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED")

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in _DONE

    def cancel(self):
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self.cancelled():
            return True
        self._state = "CANCELLED"
        _machine.signal(self, "cancel")
        _machine.wake(self, "", _EVERYBODY)
        self._invoke_callbacks()
        return True

    def __finish(self, what):
        self._state = "FINISHED"
        for waiter in self._waiters:
            waiter.add(self)
        _machine.signal(self, what)
        _machine.wake(self, "", _EVERYBODY)
        self._invoke_callbacks()

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self.__call(callback)

    def __call(self, callback):
        try:
            callback(self)
        except Exception as error:
            _log("exception calling callback for %r", self, error=error)

    def add_done_callback(self, fn):
        if self.done():
            self.__call(fn)
        else:
            self._done_callbacks.append(fn)

    def __wait(self, timeout):
        if not self.done():
            _machine.park(self, "", timeout)
        if self.cancelled():
            raise CancelledError()
        if self._state != "FINISHED":
            raise TimeoutError()

    def result(self, timeout=None):
        self.__wait(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self.__wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            self._state = "CANCELLED_AND_NOTIFIED"
            for waiter in self._waiters:
                waiter.add(self)
            return False
        if self._state == "PENDING":
            self._state = "RUNNING"
            _machine.signal(self, "run")
            return True
        _log("Future %s in unexpected state: %s", id(self), self._state)
        raise RuntimeError("Future in unexpected state")

    def __check_unresolved(self):
        if self._state in _DONE:
            raise InvalidStateError(self._state + ": " + repr(self))

    def set_result(self, result):
        self.__check_unresolved()
        self._result = result
        self.__finish("result")

    def set_exception(self, exception):
        self.__check_unresolved()
        self._exception = exception
        self.__finish("exception")


Future.__module__ = "concurrent.futures._base"


class _Waiter:
    """Where finished futures are gathered for `as_completed` and `wait`."""

    def __init__(self, futures):
        self.finished = []
        _machine.new_sync(self, "Future")
        for future in futures:
            future._waiters.append(self)

    def add(self, future):
        self.finished.append(future)
        _machine.wake(self, "", _EVERYBODY)

    def take(self):
        finished = self.finished
        self.finished = []
        return finished

    def leave(self, futures):
        for future in futures:
            if self in future._waiters:
                future._waiters.remove(self)


def _distinct(fs):
    futures = []
    for future in fs:
        if not any([future is other for other in futures]):
            futures.append(future)
    return futures


def as_completed(fs, timeout=None):
    end = None if timeout is None else time.monotonic() + timeout
    futures = _distinct(fs)
    for future in futures:
        future._condition
    ready = [future for future in futures if future._state in ("CANCELLED_AND_NOTIFIED", "FINISHED")]
    pending = [future for future in futures if not any([future is other for other in ready])]
    waiter = _Waiter(pending)
    try:
        for future in ready:
            yield future
        while pending:
            left = None
            if end is not None:
                left = end - time.monotonic()
                if left < 0 and not waiter.finished:
                    raise TimeoutError(str(len(pending)) + " (of " + str(len(futures)) + ") futures unfinished")
            if not waiter.finished:
                _machine.park(waiter, "", left)
            for future in waiter.take():
                pending.remove(future)
                yield future
    finally:
        waiter.leave(futures)


class DoneAndNotDoneFutures(tuple):
    __slots__ = ()
    _fields = __match_args__ = ("done", "not_done")

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return "DoneAndNotDoneFutures(done=" + repr(self[0]) + ", not_done=" + repr(self[1]) + ")"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    futures = _distinct(fs)
    for future in futures:
        future._condition
    done = [future for future in futures if future._state in ("CANCELLED_AND_NOTIFIED", "FINISHED")]
    pending = [future for future in futures if future not in done]
    end = None if timeout is None else time.monotonic() + timeout
    if pending and return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError("Invalid return condition: " + repr(return_when))
    waiter = _Waiter(pending)

    def satisfied():
        if not pending or (return_when == FIRST_COMPLETED and done):
            return True
        return return_when == FIRST_EXCEPTION and any(
            [not future.cancelled() and future._exception is not None for future in done])

    while not satisfied():
        left = None if end is None else end - time.monotonic()
        if left is not None and left <= 0:
            break
        if not waiter.finished:
            _machine.park(waiter, "", left)
        for future in waiter.take():
            pending.remove(future)
            done.append(future)
    waiter.leave(futures)
    return DoneAndNotDoneFutures(set(done), set(pending))


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if buffersize is not None:
            if _machine.minor < 14:
                raise TypeError("Executor.map() got an unexpected keyword argument 'buffersize'")
            if not isinstance(buffersize, int):
                raise TypeError("buffersize must be an integer or None")
            if buffersize < 1:
                raise ValueError("buffersize must be None or > 0")
        end = None if timeout is None else time.monotonic() + timeout
        arguments = zip(*iterables)
        futures = []
        for args in arguments:
            futures.append(self.submit(fn, *args))
            if len(futures) == buffersize:
                break
        return _results(futures, end, self, fn, arguments if buffersize else ())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.shutdown(wait=True)
        return False


def _results(futures, end, executor, fn, arguments):
    """`arguments`: of the jobs that have no room in the buffer yet (3.14)."""
    try:
        futures.reverse()
        arguments = iter(arguments)
        while futures:
            for args in arguments:
                futures.insert(0, executor.submit(fn, *args))
                break
            future = futures.pop()
            try:
                result = future.result() if end is None else future.result(max(0.0, end - time.monotonic()))
            finally:
                future.cancel()
            yield result
    finally:
        for future in futures:
            future.cancel()


_shutdown = False
_pools = []
_threads_queues = {}
_before_39 = _machine.minor < 9


def _python_exit():
    global _shutdown
    _shutdown = True
    threads = list(_threads_queues.items())
    for thread, jobs in threads:
        jobs.put(None)
    for thread, jobs in threads:
        thread.join()


class _Gate:
    """CPython's `_global_shutdown_lock`, which `submit` holds while the new worker comes up: a job that submits another
    at once waits until the submitter has gone on."""

    def __init__(self):
        self._is_shut = False
        _machine.new_sync(self, "Future")

    def pass_through(self):
        while self._is_shut:
            _machine.park(self, "", None)

    def shut(self):
        self._is_shut = True

    def open(self):
        self._is_shut = False
        _machine.wake(self, "", _EVERYBODY)


_gate = _Gate()


# Before 3.9 the workers are daemons and are waited for in an atexit callback (bpo-39812).
if _before_39:
    atexit.register(_python_exit)
else:
    threading._register_atexit(_python_exit)


class ThreadPoolExecutor(Executor):
    __count = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = 8
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        if not thread_name_prefix:
            thread_name_prefix = "ThreadPoolExecutor-" + str(ThreadPoolExecutor.__count)
            ThreadPoolExecutor.__count += 1
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._work_queue = queue.SimpleQueue()
        _machine.name_sync(self._work_queue, thread_name_prefix)
        self.__idle = 0
        self._threads = set()
        self._broken = False
        self._shutdown = False

    def submit(self, fn, /, *args, **kwargs):
        _gate.pass_through()
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _shutdown:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = Future()
        self._work_queue.put((future, fn, args, kwargs))
        self._adjust_thread_count()
        return future

    def _adjust_thread_count(self):
        if self.__idle > 0:
            self.__idle -= 1
            return
        count = len(self._threads)
        if count < self._max_workers:
            thread = threading.Thread(name=self._thread_name_prefix + "_" + str(count), target=_worker, args=(self,),
                                      daemon=True if _before_39 else None)
            _gate.shut()
            try:
                thread.start()
            finally:
                _gate.open()
            self._threads.add(thread)
            _threads_queues[thread] = self._work_queue

    def _initializer_failed(self):
        self._broken = "A thread initializer failed, the thread pool is not usable anymore"
        while not self._work_queue.empty():
            job = self._work_queue.get_nowait()
            if job is not None:
                job[0].set_exception(BrokenThreadPool(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while not self._work_queue.empty():
                job = self._work_queue.get_nowait()
                if job is not None:
                    job[0].cancel()
        self._work_queue.put(None)
        if wait:
            for thread in list(self._threads):
                thread.join()


if _before_39:
    def _shutdown_of_38(self, wait=True):
        _shutdown_of_39(self, wait)

    def _submit_of_38(self, /, *args, **kwargs):
        if not args:
            raise TypeError("submit expected at least 1 positional argument, got 0")
        return _submit_of_39(self, *args, **kwargs)

    _submit_of_39 = ThreadPoolExecutor.submit
    _submit_of_38.__name__ = "submit"
    _submit_of_38.__qualname__ = "ThreadPoolExecutor.submit"
    ThreadPoolExecutor.submit = _submit_of_38
    _shutdown_of_39 = ThreadPoolExecutor.shutdown
    _shutdown_of_38.__name__ = "shutdown"
    _shutdown_of_38.__qualname__ = "ThreadPoolExecutor.shutdown"
    ThreadPoolExecutor.shutdown = _shutdown_of_38


def _worker(pool):
    if pool._initializer is not None:
        try:
            pool._initializer(*pool._initargs)
        except BaseException as error:
            _log("Exception in initializer:", error=error)
            pool._initializer_failed()
            return
    jobs = pool._work_queue
    while True:
        if IDLE_BEFORE_WAIT and jobs.empty():
            pool._ThreadPoolExecutor__idle += 1
        job = jobs.get()
        if job is not None:
            _run(*job)
            job = None
            if not IDLE_BEFORE_WAIT:
                pool._ThreadPoolExecutor__idle += 1
        elif _shutdown or pool._shutdown:
            pool._shutdown = True
            jobs.put(None)
            return


# Since 3.12 a worker counts as idle only once it finds no job waiting; before, after every job.
IDLE_BEFORE_WAIT = _machine.minor >= 12


def _run(future, fn, args, kwargs):
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


class ProcessPoolExecutor(Executor):
    def __init__(self, *args, **kwargs):
        _machine.not_supported("not supported here: ProcessPoolExecutor; there is one process, use ThreadPoolExecutor")


if _machine.minor >= 14:
    class InterpreterPoolExecutor(Executor):
        def __init__(self, *args, **kwargs):
            _machine.not_supported("not supported here: InterpreterPoolExecutor; there is one interpreter, use ThreadPoolExecutor")


ThreadPoolExecutor.__module__ = "concurrent.futures.thread"
Executor.__module__ = "concurrent.futures._base"
