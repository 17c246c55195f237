"""A line in two writes: what comes between?"""
import sys
import threading
import time


def say(name):
    sys.stdout.write(name)
    time.sleep(0.001)
    sys.stdout.write("!\n")


for name in ("x", "y"):
    threading.Thread(target=say, args=(name,)).start()
