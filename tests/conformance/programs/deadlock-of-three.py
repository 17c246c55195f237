import threading
import time

locks = [threading.Lock() for _ in range(3)]


def diner(i):
    with locks[i]:
        time.sleep(0.05)
        with locks[(i + 1) % 3]:
            print("never")


for i in range(3):
    threading.Thread(target=diner, args=(i,), name=f"diner-{i}").start()
print("main ended")
