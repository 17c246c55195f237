import threading
s = threading.Semaphore(0)
while True:
    s.release(10**9)
