# answer: the limit of 100000 events was reached
import queue, threading
jobs = queue.Queue()
while True:
    jobs.put(b'x' * 1000)
