"""Two threads add without a lock, with a call between reading and writing."""
import sys
import threading

sys.setswitchinterval(1e-6)
count = 0


def same(value):
    return value


def add():
    global count
    for _ in range(2):
        count = same(count) + 1


threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
