import os
import sys
import threading
import time


def leave():
    time.sleep(0.1)
    print("leaving", flush=True)
    os._exit(3)


threading.Thread(target=leave).start()
try:
    time.sleep(5)
finally:
    print("never")
