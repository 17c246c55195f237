# answer: the limit of 100000 events was reached
import threading
locks = [threading.Lock() for _ in range(300_000)]
for lock in locks:
    lock.acquire()
while True:
    locks.append(threading.RLock())
