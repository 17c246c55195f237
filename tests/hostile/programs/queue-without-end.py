# answer: the limit of 256 MB of memory was reached
import queue, threading
jobs = queue.Queue()
while True:
    jobs.put(b'x' * 1000)
