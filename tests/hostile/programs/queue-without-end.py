import queue, threading
jobs = queue.Queue()
while True:
    jobs.put(b'x' * 1000)
