"""acquire(blocking=False) while another may hold it."""
import threading
import time

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.002)


threading.Thread(target=hold).start()
print("got it" if lock.acquire(False) else "taken")
