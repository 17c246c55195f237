import threading

lock = threading.Lock()
lock.acquire()
print("first")
print("again at once:", lock.acquire(blocking=False))
lock.acquire()
print("never")
