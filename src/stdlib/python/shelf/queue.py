"""The module `queue`. A thread waits for an item, for room or for all tasks to be done, and the machine knows which."""

import _machine
from _collections import deque
from _internal import GenericAlias

import time


class Empty(Exception):
    pass


class Full(Exception):
    pass


Empty.__module__ = "_queue"

if _machine.minor >= 13:
    class ShutDown(Exception):
        pass

_EVERYBODY = 1000000


def _check(timeout):
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")


# What a thread waits for, and CPython's condition for it.
_CONDITIONS = {"item": "not_empty", "room": "not_full", "done": "all_tasks_done"}


def _condition(queue, name):
    import threading
    channel = [key for key, value in _CONDITIONS.items() if value == name][0]

    class Condition(threading.Condition):
        def notify(self, n=1):
            threading.Condition.notify(self, n)
            _machine.wake(queue, channel, n)

        def notify_all(self):
            self.notify(_EVERYBODY)

    return Condition(queue.mutex)


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.unfinished_tasks = 0
        self.is_shutdown = False
        # Whether the program counts tasks at all; if not, tasks that are not done are nothing to report.
        self._counts_tasks = False
        _machine.new_sync(self, "Queue")

    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)

    def __getattr__(self, name):
        # The conditions that CPython's queues are made of, for programs that use them directly.
        if name in ("mutex", "not_empty", "not_full", "all_tasks_done"):
            import threading
            if name == "mutex":
                value = threading.Lock()
                _machine.name_sync(value, "mutex")
            else:
                value = _condition(self, name)
            setattr(self, name, value)
            self._shows_conditions = True
            return value
        raise AttributeError("'" + type(self).__name__ + "' object has no attribute '" + name + "'")

    def __dir__(self):
        names = {*object.__dir__(self), "mutex", *_CONDITIONS.values()}
        return sorted(names if _machine.minor >= 13 else names - {"is_shutdown"})

    # Whether the program uses the conditions: then each operation is one under their lock.
    _shows_conditions = False

    def _pass_mutex(self):
        """Waits until nobody holds the lock any more. What follows is one action."""
        with self.mutex:
            pass

    def _notify(self, channel, count):
        _machine.wake(self, channel, count)
        if self._shows_conditions:
            condition = self.__dict__.get(_CONDITIONS[channel])
            if condition is not None:
                _machine.wake(condition, "", count)

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        return self._qsize()

    def empty(self):
        return not self._qsize()

    def full(self):
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        if self._shows_conditions:
            self._pass_mutex()
        if self.is_shutdown:
            raise ShutDown
        if self.maxsize > 0:
            if not block:
                if self._qsize() >= self.maxsize:
                    raise Full
            else:
                _check(timeout)
                end = None
                while self._qsize() >= self.maxsize:
                    if timeout is not None:
                        now = time.monotonic()
                        if end is None:
                            end = now + timeout
                        if end - now <= 0.0:
                            raise Full
                        _machine.park(self, "room", end - now)
                    else:
                        _machine.park(self, "room", None)
                    if self.is_shutdown:
                        raise ShutDown
        self._put(item)
        self.unfinished_tasks += 1
        _machine.signal(self, "put")
        self._notify("item", 1)

    def get(self, block=True, timeout=None):
        if self._shows_conditions:
            self._pass_mutex()
        if self.is_shutdown and not self._qsize():
            raise ShutDown
        if not block:
            if not self._qsize():
                raise Empty
        else:
            _check(timeout)
            end = None
            while not self._qsize():
                if timeout is not None:
                    now = time.monotonic()
                    if end is None:
                        end = now + timeout
                    if end - now <= 0.0:
                        raise Empty
                    _machine.park(self, "item", end - now)
                else:
                    _machine.park(self, "item", None)
                if self.is_shutdown and not self._qsize():
                    raise ShutDown
        item = self._get()
        _machine.signal(self, "get")
        self._notify("room", 1)
        return item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        if self._shows_conditions:
            self._pass_mutex()
        self._counts_tasks = True
        unfinished = self.unfinished_tasks - 1
        if unfinished < 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks = unfinished
        _machine.signal(self, "task_done")
        if unfinished == 0:
            self._notify("done", _EVERYBODY)

    def join(self):
        self._counts_tasks = True
        while self.unfinished_tasks:
            _machine.park(self, "done", None)

    if _machine.minor >= 13:
        def shutdown(self, immediate=False):
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self._notify("done", _EVERYBODY)
            _machine.signal(self, "shutdown")
            self._notify("item", _EVERYBODY)
            self._notify("room", _EVERYBODY)


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        from heapq import heappush
        heappush(self.queue, item)

    def _get(self):
        from heapq import heappop
        return heappop(self.queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    def __init__(self):
        self.queue = deque()
        _machine.new_sync(self, "Queue")

    def __class_getitem__(cls, key):
        return GenericAlias(cls, key)

    def put(self, item, block=True, timeout=None):
        self.queue.append(item)
        _machine.signal(self, "put")
        _machine.wake(self, "item", 1)

    put_nowait = put

    def get(self, block=True, timeout=None):
        if not block:
            if not self.queue:
                raise Empty
        else:
            _check(timeout)
            end = None if timeout is None else time.monotonic() + timeout
            while not self.queue:
                left = None if end is None else end - time.monotonic()
                if left is not None and left <= 0.0:
                    raise Empty
                _machine.park(self, "item", left)
        item = self.queue.popleft()
        _machine.signal(self, "get")
        return item

    def get_nowait(self):
        return self.get(False)

    def empty(self):
        return not self.queue

    def qsize(self):
        return len(self.queue)


SimpleQueue.__module__ = "_queue"
