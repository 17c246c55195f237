# answer: the limit of 256 MB of memory was reached
import threading
locks = [threading.Lock() for _ in range(300_000)]
for lock in locks:
    lock.acquire()
while True:
    locks.append(threading.RLock())
