"""Three sleeps a millisecond apart."""
import threading
import time


def after(milliseconds):
    time.sleep(milliseconds / 1000)
    print(milliseconds)


for milliseconds in (3, 2, 1):
    threading.Thread(target=after, args=[milliseconds]).start()
