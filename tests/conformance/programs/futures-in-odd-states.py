"""What futures tell through `logging`, and what they raise, when they are used out of order."""

import logging
import sys
import threading
from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor

logging.basicConfig(stream=sys.stdout, format="%(levelname)s:%(name)s:%(threadName)s:%(message)s")


class Filter(logging.Filter):
    def filter(self, record):
        record.msg = record.msg.split("%")[0]
        record.args = ()
        record.exc_info = record.exc_text = None
        return True


logging.getLogger().handlers[0].addFilter(Filter())


def broken(future):
    raise ValueError("callback")


future = Future()
future.add_done_callback(broken)
print(future.set_running_or_notify_cancel())
try:
    future.set_running_or_notify_cancel()
except RuntimeError as error:
    print(error)
threading.Thread(target=future.set_result, args=(1,), name="setter").start()
print(future.result())
try:
    future.set_exception(KeyError())
except InvalidStateError as error:
    print(str(error).split(":")[0])


def no_connection():
    raise OSError("no connection")


with ThreadPoolExecutor(1, "pool", initializer=no_connection) as pool:
    try:
        print(pool.submit(print).result())
    except Exception as error:
        print(type(error).__name__, error)
print(type(pool).__base__.__name__, type(pool).__base__.__base__)
