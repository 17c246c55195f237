"""Two locks in opposite order, with a sleep between."""
import threading
import time

left, right = threading.Lock(), threading.Lock()


def grab(first, second, name, pause):
    time.sleep(pause)
    if first.acquire(timeout=0.3):
        time.sleep(0.001)
        if second.acquire(timeout=0.3):
            print(name, "has both")
            second.release()
        else:
            print(name, "gives up")
        first.release()


threading.Thread(target=grab, args=(left, right, "l", 0)).start()
threading.Thread(target=grab, args=(right, left, "r", 0.001)).start()
