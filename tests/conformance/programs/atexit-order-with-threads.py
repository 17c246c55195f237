import atexit
import threading
import time


@atexit.register
def last():
    print("atexit: alive", sorted(t.name for t in threading.enumerate() if t.is_alive()))


def regular():
    time.sleep(1)
    print("regular done")


def forever():
    while True:
        time.sleep(10)


threading.Thread(target=regular, name="regular").start()
threading.Thread(target=forever, name="daemon", daemon=True).start()
print("main ended")
