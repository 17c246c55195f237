import threading


class Counter:
    total = 0
    lock = threading.Lock()
    instances = []

    def __init__(self, step):
        self.step = step
        Counter.instances.append(self)

    def work(self):
        for _ in range(10):
            with self.lock:
                Counter.total += self.step


threads = [threading.Thread(target=Counter(s).work) for s in (1, 2, 3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(Counter.total, [c.step for c in Counter.instances], Counter(9).total)
