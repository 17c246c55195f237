"""A thread that is ended from outside, through the C interface, in the way of a well-known recipe."""
import ctypes
import inspect
import threading
import time


def raise_in(ident, kind):
    """Raises an exception in the thread with this identifier."""
    if not inspect.isclass(kind):
        raise TypeError("Only types can be raised (not instances)")
    result = ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_long(ident), ctypes.py_object(kind))
    if result == 0:
        raise ValueError("invalid thread id")
    if result != 1:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_long(ident), None)
        raise SystemError("PyThreadState_SetAsyncExc failed")


class KillableThread(threading.Thread):
    def get_id(self):
        if hasattr(self, "_thread_id"):
            return self._thread_id
        for ident, thread in threading._active.items():
            if thread is self:
                return ident

    def raise_exception(self, kind=SystemExit):
        raise_in(self.get_id(), kind)


class Spinning(KillableThread):
    def run(self):
        rounds = 0
        try:
            while True:
                rounds += 1
        finally:
            print("spun", rounds > 100)


class Sleeping(KillableThread):
    def run(self):
        try:
            while True:
                time.sleep(0.1)
        except SystemExit:
            print("asked to exit")
            raise


class Stop(Exception):
    pass


class Stubborn(KillableThread):
    def run(self):
        while True:
            try:
                while True:
                    time.sleep(0.01)
            except ValueError as error:
                print("goes on after", repr(error))


thread = Spinning(name="spinning")
thread.start()
time.sleep(0.05)
thread.raise_exception()
thread.join()
print(thread.is_alive())

thread = Sleeping(name="sleeping")
thread.start()
time.sleep(0.25)
thread.raise_exception()
thread.join()
try:
    raise_in(thread.ident, SystemExit)
except ValueError as error:
    print(error)

thread = Stubborn(name="stubborn")
thread.start()
time.sleep(0.05)
thread.raise_exception(ValueError)
time.sleep(0.5)
print(thread.is_alive())
for wrong in (ValueError(1), 5):
    try:
        raise_in(thread.ident, wrong)
    except TypeError as error:
        print(error)
try:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_long(thread.ident), ValueError)
except ctypes.ArgumentError as error:
    print(str(error)[:10])
print(ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(1), ctypes.py_object(Stop)))
print(ctypes.c_long(5), ctypes.c_int(2 ** 31), ctypes.c_uint(-1).value, ctypes.py_object(3))

try:
    raise_in(threading.get_ident(), Stop)
    for _ in range(100):
        pass
except Stop as error:
    print("in the thread itself", repr(error))

thread.raise_exception(Stop)
thread.join()
