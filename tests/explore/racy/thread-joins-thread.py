"""A thread waits for another that the main thread started."""
import threading


def first():
    print("first")


def second(other):
    other.join()
    print("second")


one = threading.Thread(target=first)
one.start()
threading.Thread(target=second, args=(one,)).start()
print("main")
