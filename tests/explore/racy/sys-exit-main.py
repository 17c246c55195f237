"""The status of the main thread, and a thread that prints later."""
import sys
import threading


def work():
    print("work")


threading.Thread(target=work).start()
print("main")
sys.exit(5)
