import threading
import time

ready = threading.Semaphore(0)


def produce():
    for n in range(3):
        time.sleep(0.2)
        print("made", n)
        ready.release()


threading.Thread(target=produce).start()
for _ in range(3):
    with ready:
        print("used")
print(ready.acquire(blocking=False), ready.acquire(timeout=0.1))
