import atexit
import threading
import time


def work():
    time.sleep(3)
    print("work done")


atexit.register(print, "atexit")
threading.Thread(target=work).start()
time.sleep(10)
print("never")

# settings: ctrl-c=1.5
