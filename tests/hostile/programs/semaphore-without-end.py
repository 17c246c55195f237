# answer: the limit of 100,000,000 operations was reached
import threading
s = threading.Semaphore(0)
while True:
    s.release(10**9)
