"""A flag is set before the data is there."""
import sys
import threading

sys.setswitchinterval(1e-6)
ready = False
data = None


def compute():
    return "data"


def produce():
    global ready, data
    ready = True
    data = compute()


thread = threading.Thread(target=produce)
thread.start()
print(data if ready else "not ready")
thread.join()
