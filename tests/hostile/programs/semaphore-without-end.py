# answer: the limit of 100000 events was reached
import threading
s = threading.Semaphore(0)
while True:
    s.release(10**9)
