"""Two daemons that may hold each other up; the main thread does not care."""
import threading
import time

left, right = threading.Lock(), threading.Lock()


def grab(first, second, name):
    with first:
        time.sleep(0.001)
        with second:
            print(name)


threading.Thread(target=grab, args=(left, right, "l"), daemon=True).start()
threading.Thread(target=grab, args=(right, left, "r"), daemon=True).start()
time.sleep(0.3)
print("bye")
