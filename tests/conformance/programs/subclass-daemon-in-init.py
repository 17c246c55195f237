import threading
import time


class Poller(threading.Thread):
    instances = 0

    def __init__(self, interval, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.daemon = True
        self.interval = interval
        self.polls = 0
        type(self).instances += 1

    def run(self):
        while True:
            self.polls += 1
            time.sleep(self.interval)

    @property
    def summary(self):
        return f"{self.name}: {self.polls} polls, daemon={self.daemon}"


p = Poller(0.5, name="poller")
q = Poller(5)
p.start()
q.start()
time.sleep(1.25)
print(p.summary)
print(q.summary)
print(Poller.instances, isinstance(p, threading.Thread))
