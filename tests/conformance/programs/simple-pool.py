import threading
import time


class Pool:
    def __init__(self, size):
        self.jobs = []
        self.ready = threading.Condition()
        self.closed = False
        self.results = {}
        self.threads = [threading.Thread(target=self._work, name=f"pool-{i}") for i in range(size)]
        for thread in self.threads:
            thread.start()

    def _work(self):
        while True:
            with self.ready:
                self.ready.wait_for(lambda: self.jobs or self.closed)
                if not self.jobs:
                    return
                key, function, args = self.jobs.pop(0)
            result = function(*args)
            with self.ready:
                self.results[key] = result

    def submit(self, key, function, *args):
        with self.ready:
            self.jobs.append((key, function, args))
            self.ready.notify()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        with self.ready:
            self.closed = True
            self.ready.notify_all()
        for thread in self.threads:
            thread.join()


def cube(n):
    time.sleep(0.05)
    return n ** 3


with Pool(3) as pool:
    for n in range(7):
        pool.submit(n, cube, n)
print([pool.results[n] for n in range(7)], any(t.is_alive() for t in pool.threads))
