import threading
import time


def spin():
    n = 0
    while True:
        n = (n + 1) % 10


threading.Thread(target=spin).start()
time.sleep(0.1)
print("main ended")
