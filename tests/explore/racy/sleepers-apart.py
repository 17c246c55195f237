"""Two sleeps far apart: one order only."""
import threading
import time


def after(seconds):
    time.sleep(seconds)
    print(seconds)


for seconds in (0.8, 0.1):
    threading.Thread(target=after, args=(seconds,)).start()

# settings: race-window=0.2
