"""A wait that races with the set."""
import threading
import time

ready = threading.Event()


def setter():
    time.sleep(0.005)
    ready.set()


threading.Thread(target=setter).start()
print(ready.wait(0.005))
