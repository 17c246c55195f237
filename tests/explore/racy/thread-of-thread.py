"""A thread starts a thread."""
import threading


def inner():
    print("inner")


def outer():
    threading.Thread(target=inner).start()
    print("outer")


threading.Thread(target=outer).start()
print("main")
