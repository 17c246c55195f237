"""acquire() with a time about as long as it is held."""
import threading
import time

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.004)


threading.Thread(target=hold).start()
time.sleep(0.001)
print(lock.acquire(timeout=0.003))
