"""A subclass of Thread

Instead of giving a target one can derive from `Thread` and write `run()`. Call
the base class's `__init__()` first, or `start()` raises an error. Everything
else is the same: the flag, the name, and who is waited for. Such threads are
called `Thread-1`, without a target's name behind it.
"""

import threading
import time


class Countdown(threading.Thread):
    def __init__(self, start_at, daemon=None):
        super().__init__(daemon=daemon)
        self.start_at = start_at

    def run(self):
        for number in range(self.start_at, 0, -1):
            print(f"{self.name}: {number}")
            time.sleep(1)
        print(f"{self.name}: lift-off")


short = Countdown(2)
long = Countdown(5, daemon=True)
short.start()
time.sleep(0.5)
long.start()
print("main ended")
