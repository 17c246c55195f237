"""A daemon that sleeps as long as the main thread."""
import threading
import time


def work():
    time.sleep(0.01)
    print("worked")


worker = threading.Thread(target=work)
worker.daemon = True
worker.start()
time.sleep(0.01)
print("bye")
