"""A variable of an enclosing function."""
import threading
import time


def make():
    total = 0

    def add(number):
        nonlocal total
        seen = total
        time.sleep(0.001)
        total = seen + number

    return add, lambda: total


add, total = make()
threads = [threading.Thread(target=add, args=(number,)) for number in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total())
