"""Who waits for a lock gets it in turn, unless someone else is faster."""
import threading
import time

lock = threading.Lock()


def take(name):
    with lock:
        print(name)


lock.acquire()
for name in "pqr":
    threading.Thread(target=take, args=(name,)).start()
time.sleep(0.002)
lock.release()
