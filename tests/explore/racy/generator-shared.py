"""A generator under a lock."""
import sys
import threading

sys.setswitchinterval(1e-6)
lock = threading.Lock()
numbers = iter(range(4))


def draw(name):
    for _ in range(2):
        with lock:
            number = next(numbers)
        print(name, number)


threads = [threading.Thread(target=draw, args=(name,)) for name in "mn"]
for thread in threads:
    thread.start()
