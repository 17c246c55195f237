import threading
import time

limit = threading.BoundedSemaphore(2)
lock = threading.Lock()
running = 0
most = 0


def job():
    global running, most
    with limit:
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.05)
        with lock:
            running -= 1


threads = [threading.Thread(target=job) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("most at a time:", most, "left:", running)
