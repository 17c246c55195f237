"""The regular thread keeps the process up for a while; the daemon may use it."""
import threading
import time


def regular():
    time.sleep(0.005)
    print("regular")


def background():
    time.sleep(0.005)
    print("background 1")
    time.sleep(0.001)
    print("background 2")


threading.Thread(target=background, daemon=True).start()
threading.Thread(target=regular).start()
