"""A signal that another thread raises does not wake the main thread: it is noticed when the wait is over."""
import signal
import threading
import _thread

event = threading.Event()


def raiser():
    signal.raise_signal(signal.SIGINT)


threading.Timer(0.1, raiser).start()
try:
    print(event.wait(0.5))
except KeyboardInterrupt as error:
    print(repr(error))
signal.signal(signal.SIGINT, lambda number, frame: print("handler", number))
threading.Timer(0.1, _thread.interrupt_main).start()
print(event.wait(0.5))
