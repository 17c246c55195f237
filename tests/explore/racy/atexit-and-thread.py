"""An atexit function against a daemon."""
import atexit
import threading
import time

atexit.register(print, "at exit")


def daemon():
    time.sleep(0.002)
    print("daemon")


threading.Thread(target=daemon, daemon=True).start()
time.sleep(0.002)
print("main is over")
