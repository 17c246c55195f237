"""Ctrl-C while the main thread joins

Ctrl-C raises `KeyboardInterrupt` in the main thread, wherever that is, and in
no other. Here it comes after two seconds and breaks into the `join()`. The main
thread catches it, asks the worker to stop, and leaves it half a second for that. The
worker itself noticed nothing of the interrupt.
"""

import threading
import time

stop = threading.Event()


def worker():
    while not stop.wait(0.7):
        print("working")
    print("worker put its tools away")


thread = threading.Thread(target=worker)
thread.start()
try:
    thread.join()
except KeyboardInterrupt:
    print("main: interrupted, stopping the worker")
    stop.set()
    time.sleep(0.5)
print("main ended")

# settings: ctrl-c=2
