"""A sleep between reading and writing."""
import threading
import time

count = 0


def add():
    global count
    seen = count
    time.sleep(0.001)
    count = seen + 1


threads = [threading.Thread(target=add) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
