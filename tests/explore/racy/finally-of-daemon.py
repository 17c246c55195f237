"""A finally that may be cut off."""
import threading
import time


def work():
    try:
        time.sleep(0.002)
    finally:
        print("cleaned up")


threading.Thread(target=work, daemon=True).start()
time.sleep(0.002)
