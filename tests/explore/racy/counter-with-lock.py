"""The lock makes it always the same."""
import sys
from threading import Lock, Thread

sys.setswitchinterval(1e-6)
lock = Lock()
count = 0


def add():
    global count
    for _ in range(2):
        with lock:
            count += 1


pair = Thread(target=add), Thread(target=add)
[thread.start() for thread in pair]
[thread.join() for thread in pair]
print("count", count)
