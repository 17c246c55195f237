"""Ctrl-C while the interpreter waits

The main thread has ended, and the interpreter waits for the regular thread.
Ctrl-C now breaks into that waiting: the regular thread is no longer waited for
and is cut off like a daemon, in the middle of its work. The `atexit` callbacks
still run, and the exit status is what it would have been.
"""

import atexit
import threading
import time


def say_goodbye():
    print("goodbye")


def slow_job():
    try:
        for step in range(1, 11):
            time.sleep(1)
            print("step", step)
    finally:
        print("slow job cleaned up")


atexit.register(say_goodbye)
threading.Thread(target=slow_job).start()
print("main ended")

# settings: ctrl-c=2.5
