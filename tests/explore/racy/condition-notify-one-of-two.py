"""One of two waiters is woken first."""
import threading
import time

condition = threading.Condition()


def wait(name):
    with condition:
        condition.wait()
        print(name)


for name in ("left", "right"):
    threading.Thread(target=wait, args=(name,)).start()
time.sleep(0.25)
for _ in range(2):
    with condition:
        condition.notify()
