"""A singleton that may be made twice."""
import threading
import time


class Service:
    instance = None
    count = 0

    def __init__(self):
        time.sleep(0.001)
        Service.count += 1

    @classmethod
    def get(cls):
        if cls.instance is None:
            cls.instance = cls()
        return cls.instance


threads = [threading.Thread(target=Service.get) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("made", Service.count)
