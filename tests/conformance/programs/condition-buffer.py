import threading


class Buffer:
    def __init__(self, size):
        self.items = []
        self.size = size
        self.condition = threading.Condition()

    def put(self, item):
        with self.condition:
            while len(self.items) >= self.size:
                self.condition.wait()
            self.items.append(item)
            self.condition.notify_all()

    def take(self):
        with self.condition:
            while not self.items:
                self.condition.wait()
            item = self.items.pop(0)
            self.condition.notify_all()
            return item


buffer = Buffer(2)
taken = []


def produce():
    for number in range(6):
        buffer.put(number * number)
    buffer.put(None)


def consume():
    while True:
        item = buffer.take()
        if item is None:
            break
        taken.append(item)


threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
[t.start() for t in threads]
[t.join() for t in threads]
print(taken)
