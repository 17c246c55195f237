"""The module `multiprocessing.dummy`: the names of `multiprocessing`, made of threads."""

import _machine
import multiprocessing.pool
import queue
import threading

Lock, RLock, Condition, Event = threading.Lock, threading.RLock, threading.Condition, threading.Event
Semaphore, BoundedSemaphore, Barrier = threading.Semaphore, threading.BoundedSemaphore, threading.Barrier
Queue = JoinableQueue = queue.Queue
current_process = threading.current_thread


def Pool(processes=None, initializer=None, initargs=()):
    return multiprocessing.pool.ThreadPool(processes, initializer, initargs)


class DummyProcess(threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        threading.Thread.__init__(self, group, target, name, args, kwargs)

    @property
    def exitcode(self):
        return 0 if self._Thread__has_started and not self.is_alive() else None


Process = DummyProcess


def cpu_count():
    return 4


def freeze_support():
    pass


def active_children():
    return [thread for thread in threading.enumerate() if isinstance(thread, DummyProcess)]


def _refuse(*args, **keywords):
    _machine.not_supported("not supported here: managers and pipes of multiprocessing; use a queue.Queue")


Manager = Pipe = Value = Array = _refuse
