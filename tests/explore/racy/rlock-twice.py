"""Taken twice by one, waited for by the other."""
import sys
import threading

sys.setswitchinterval(1e-6)
lock = threading.RLock()


def nested(name):
    with lock:
        print(name, "outer")
        with lock:
            print(name, "inner")


for name in ("one", "two"):
    threading.Thread(target=nested, args=(name,)).start()
