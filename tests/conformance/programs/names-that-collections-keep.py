"""Subclasses of the library's classes that keep things of their own under names that look like the library's."""
import collections
import contextlib
import contextvars
import queue
import random
import threading
from concurrent.futures import Future, ThreadPoolExecutor


class BlockingDeque(collections.deque):
    def __init__(self, *args):
        super().__init__(*args)
        self._items, self._maxlen, self._changes = 0, "none", []
        self.condition = threading.Condition()

    def put(self, item):
        with self.condition:
            self.append(item)
            self._items += 1
            self.condition.notify()

    def take(self, timeout=None):
        with self.condition:
            if not self.condition.wait_for(lambda: len(self) > 0, timeout):
                raise TimeoutError("nothing in %ss" % timeout)
            return self.popleft()


items, taken = BlockingDeque(), []
thread = threading.Thread(target=lambda: taken.extend(items.take() for _ in range(3)))
thread.start()
for number in range(3):
    items.put(number)
thread.join()
print(taken, items, items._items, items._maxlen)
try:
    items.take(0.05)
except TimeoutError as error:
    print(repr(error))


class CountingExecutor(ThreadPoolExecutor):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._count, self._idle = 0, None

    def submit(self, fn, *args, **kwargs):
        self._count += 1
        return super().submit(fn, *args, **kwargs)


with CountingExecutor(max_workers=2) as executor:
    print(list(executor.map(abs, [-1, -2, 3])), executor._count, executor._idle)


class Promise(Future):
    def __init__(self):
        super().__init__()
        self._callbacks, self._call, self._wait, self._finish = [], 1, 2, 3


promise = Promise()
promise.add_done_callback(lambda future: print("done", future.result()))
promise.set_result(promise._call + promise._wait + promise._finish)
print(promise._callbacks, promise.result(0))


class Dice(random.Random):
    def __init__(self, seed):
        super().__init__(seed)
        self._generator = (self.randint(1, 6) for _ in range(3))


print(list(Dice(1)._generator))


class Resources(contextlib.ExitStack):
    def __init__(self):
        super().__init__()
        self._callbacks = 0


with Resources() as resources:
    resources.callback(print, "closed")
    resources._callbacks += 1
print(resources._callbacks)


class Ticks(queue.Queue):
    def __init__(self):
        super().__init__()
        self._count = self._waiting = 1


ticks = Ticks()
ticks.put(5)
print(ticks.get(), ticks._count)

variable = contextvars.ContextVar("variable", default=0)
token = variable.set(1)
variable.reset(token)
try:
    variable.reset(token)
except RuntimeError as error:
    print(str(error)[:54], str(error)[-26:])



class Ring(collections.deque):
    """Its `__init__` does not call the base's."""

    def __init__(self, name):
        self.name = name


ring = Ring("ring")
ring.append(1)
ring.extend([2, 3])
print(len(ring), list(ring), ring.maxlen, ring.name)

data = threading.local()
data.value = 1
print([name for name in dir(data) if not name.startswith("_")], hasattr(data, "__dict__"))

ids = [ident for ident, thread in threading._active.items() if thread is threading.current_thread()]
print(ids == [threading.get_ident()], len(threading._active))
try:
    threading.no_such_thing
except AttributeError as error:
    print(error)
