"""The phases of exit

The end of the main thread is not the end of the program. First the interpreter
waits for the regular threads, then it runs the `atexit` callbacks, the last
registered first, and all this time the daemon goes on. Only after that is the
daemon frozen. Follow the ticks through the phases above the timeline.

At 0 s: the main thread has ended already. The process stays, for a regular
thread is still at work.

At 2.5 s: the last regular thread is done; now the `atexit` callbacks run in
the main thread, the last registered first. The daemon ticks on.

At 3.8 s: the second callback. Daemons live through all of them.

At 5.3 s: the callbacks have returned. This is the moment at which the daemon
is frozen, in the middle of its sleep.
"""

import atexit
import threading
import time


def daemon_loop():
    number = 0
    while True:
        time.sleep(1)
        number += 1
        print("daemon: tick", number)


def regular_job():
    time.sleep(2.5)
    print("regular thread: done")


def registered_first():
    print("atexit: registered first, begins last")
    time.sleep(1.5)
    print("atexit: all callbacks have run")


def registered_last():
    print("atexit: registered last, begins first")
    time.sleep(1.3)


atexit.register(registered_first)
atexit.register(registered_last)
threading.Thread(target=daemon_loop, name="daemon", daemon=True).start()
threading.Thread(target=regular_job, name="regular").start()
print("main ended")
