"""A join whose time is about what the thread needs."""
import threading
import time


def work():
    time.sleep(0.005)
    print("worked")


thread = threading.Thread(target=work)
thread.start()
thread.join(0.005)
print("waited", thread.is_alive())
