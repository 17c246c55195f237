"""A loop that waits on its stop event."""
import threading
import time

stop = threading.Event()


def loop():
    count = 0
    while not stop.wait(0.002):
        count += 1
        if count == 2:
            break
    print("rounds", count)


thread = threading.Thread(target=loop)
thread.start()
time.sleep(0.003)
stop.set()
thread.join()
print("stopped")
