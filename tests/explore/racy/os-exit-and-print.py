"""What is still in the buffer is lost."""
import os
import threading
import time


def leave():
    time.sleep(0.002)
    os._exit(1)


threading.Thread(target=leave).start()
time.sleep(0.002)
print("main")
