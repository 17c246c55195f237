import threading


class Service:
    def __init__(self):
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self.run, name="service")
        self.rounds = 0

    def run(self):
        while not self.stop.wait(0.5):
            self.rounds += 1
        print("service stopped")

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.stop.set()
        self.thread.join()
        print("exit with", kind.__name__ if kind else None)
        return kind is KeyError


with Service() as service:
    service.stop.wait(1.25)
print(service.rounds)

with Service():
    raise KeyError("swallowed")
print("end")
