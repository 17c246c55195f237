"""The module `multiprocessing.pool`: `ThreadPool`. Its workers are daemons; the three threads that CPython's pool has beside
them are left out, and only take their names."""

import _machine
import multiprocessing
import queue
import threading
import time

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"


class AsyncResult:
    def __init__(self, pool, callback, error_callback, count=1, whole=True):
        self._pool, self._callback, self._error_callback = pool, callback, error_callback
        self._whole = whole
        self._event = threading.Event()
        self._left = count
        self._success = True
        self._values = {}
        self._value = None
        if not count:
            self._finish([])

    def _finish(self, value):
        self._value = value
        if self._success and self._callback:
            self._callback(value)
        if not self._success and self._error_callback:
            self._error_callback(value)
        self._event.set()

    def _set(self, at, success, value):
        """A part of the work is done; the first failure is the result, once all parts are over."""
        if not success and self._success:
            self._success = False
            self._value = value
        elif success:
            self._values[at] = value
        self._left -= 1
        if not self._left:
            if not self._success:
                self._finish(self._value)
            elif self._whole:
                self._finish(value)
            else:
                self._finish([item for number in sorted(self._values) for item in self._values[number]])

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError("{0!r} not ready".format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise multiprocessing.TimeoutError
        if self._success:
            return self._value
        raise self._value


class MapResult(AsyncResult):
    pass


class IMapIterator:
    """Results in the order of the work, or in that of their coming."""

    def __init__(self, ordered):
        self._ordered = ordered
        self._condition = threading.Condition(threading.Lock())
        self._items = {} if ordered else []
        self._index = 0
        self._length = None

    def _set(self, at, success, value):
        with self._condition:
            if self._ordered:
                self._items[at] = (success, value)
            else:
                self._items.append((success, value))
            self._condition.notify()

    def __iter__(self):
        return self

    def next(self, timeout=None):
        with self._condition:
            end = None if timeout is None else time.monotonic() + timeout
            while True:
                if self._index == self._length:
                    raise StopIteration
                if self._index in self._items if self._ordered else self._items:
                    break
                left = None if end is None else end - time.monotonic()
                if left is not None and left <= 0:
                    raise multiprocessing.TimeoutError
                self._condition.wait(left)
            success, value = self._items.pop(self._index if self._ordered else 0)
            self._index += 1
        if success:
            return value
        raise value

    __next__ = next


class ThreadPool:
    def __init__(self, processes=None, initializer=None, initargs=()):
        if processes is None:
            processes = 4
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._state = RUN
        self._processes = processes
        self._jobs = queue.SimpleQueue()
        _machine.name_sync(self._jobs, "ThreadPool")
        self._pool = []
        for _ in range(processes):
            thread = threading.Thread(target=worker, args=(self._jobs, initializer, initargs), daemon=True)
            self._pool.append(thread)
            thread.start()
        for target in (_handle_workers, _handle_tasks, _handle_results):
            threading._new_name(target)

    def _check(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check()
        result = AsyncResult(self, callback, error_callback)
        self._jobs.put((result, 0, func, args, kwds))
        return result

    def _chunks(self, iterable, chunksize):
        items = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(items), self._processes * 4)
            chunksize += bool(extra)
        if items and chunksize < 1:
            raise ValueError("Chunksize must be 1+, not {0:n}".format(chunksize))
        return [items[at:at + chunksize] for at in range(0, len(items), chunksize)] if items else []

    def _map_async(self, func, iterable, chunksize, callback, error_callback, spread):
        self._check()
        chunks = self._chunks(iterable, chunksize)
        result = MapResult(self, callback, error_callback, len(chunks), False)
        for at, chunk in enumerate(chunks):
            self._jobs.put((result, at, _starmapped if spread else _mapped, (func, chunk), {}))
        return result

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, chunksize, None, None, False).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, chunksize, callback, error_callback, False)

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, chunksize, None, None, True).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, chunksize, callback, error_callback, True)

    def _imap(self, func, iterable, ordered):
        self._check()
        result = IMapIterator(ordered)
        count = 0
        for item in iterable:
            self._jobs.put((result, count, func, (item,), {}))
            count += 1
        result._length = count
        return result

    def imap(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, True)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(func, iterable, False)

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            for _ in self._pool:
                self._jobs.put(None)

    def terminate(self):
        """What has begun goes on; nothing else begins."""
        if self._state != TERMINATE:
            while not self._jobs.empty():
                self._jobs.get()
            self._state = TERMINATE
            for _ in self._pool:
                self._jobs.put(None)
            for thread in self._pool:
                thread.join()

    def join(self):
        if self._state == RUN:
            raise ValueError("Pool is still running")
        for thread in self._pool:
            thread.join()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.terminate()

    def __repr__(self):
        return ("<multiprocessing.pool.ThreadPool state=" + self._state + " pool_size=" + str(len(self._pool)) + ">")


def worker(jobs, initializer, initargs):
    if initializer is not None:
        initializer(*initargs)
    while True:
        job = jobs.get()
        if job is None:
            return
        result, at, func, args, kwds = job
        try:
            value = func(*args, **kwds)
        except Exception as error:
            result._set(at, False, error)
        else:
            result._set(at, True, value)
        job = result = func = args = kwds = None


def _mapped(func, items):
    return [func(item) for item in items]


def _starmapped(func, items):
    return [func(*item) for item in items]


def _handle_workers():
    """The names of CPython's own threads."""


def _handle_tasks():
    """See above."""


def _handle_results():
    """See above."""


def Pool(*args, **keywords):
    _machine.not_supported("not supported here: multiprocessing.Pool; there is one process, use multiprocessing.pool.ThreadPool")
