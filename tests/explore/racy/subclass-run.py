"""A subclass of Thread with a result."""
import threading
import time


class Worker(threading.Thread):
    result = None

    def run(self):
        time.sleep(0.002)
        self.result = 42


worker = Worker()
worker.start()
worker.join(timeout=0.002)
print(worker.result)
