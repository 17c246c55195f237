"""Copying threads, queues and what holds locks."""

import copy
import queue
import threading
from concurrent.futures import Future, ThreadPoolExecutor

things = [threading.Lock(), threading.RLock(), threading.Event(), threading.Condition(), threading.Semaphore(),
          threading.Barrier(2), queue.Queue(), queue.SimpleQueue(), queue.PriorityQueue(), threading.Thread(),
          threading.local(), Future(), ThreadPoolExecutor(1)]
for thing in things:
    try:
        copy.deepcopy(thing)
        print(type(thing).__name__, "copied")
    except TypeError as error:
        print(type(thing).__name__, error)


class Job:
    def __init__(self):
        self.lock = threading.Lock()
        self.data = [1]

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = threading.Lock()


class Plain:
    def __init__(self):
        self.lock = threading.Lock()


job = Job()
for other in (copy.copy(job), copy.deepcopy(job)):
    print(other.data, other.data is job.data, other.lock is job.lock, other.lock.locked())
try:
    copy.deepcopy([Plain()])
except TypeError as error:
    print(error)


class Nothing(threading.Thread):
    def __init__(self):
        pass


for name in ("__repr__", "is_alive", "join"):
    try:
        getattr(Nothing(), name)()
    except (AssertionError, RuntimeError) as error:
        print(type(error).__name__, error)
threading.excepthook = None
try:
    threading.Thread(target=print)
except RuntimeError as error:
    print(error)
