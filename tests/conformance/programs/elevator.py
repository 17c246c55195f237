import threading, time, random
random.seed(1234)
class Elevator(threading.Thread):
    def __init__(self):
        super().__init__(name="elevator")
        self.floor = 0
        self.requests = []
        self.cv = threading.Condition()
        self.running = True
    def call(self, floor):
        with self.cv:
            self.requests.append(floor)
            self.cv.notify()
    def stop(self):
        with self.cv:
            self.running = False
            self.cv.notify()
    def run(self):
        while True:
            with self.cv:
                self.cv.wait_for(lambda: self.requests or not self.running)
                if not self.requests and not self.running:
                    print("elevator off")
                    return
                target = self.requests.pop(0)
            step = 1 if target > self.floor else -1
            while self.floor != target:
                time.sleep(0.01)
                self.floor += step
            print("at floor", self.floor)
e = Elevator(); e.start()
for _ in range(4): e.call(random.randint(0, 9))
e.stop(); e.join()
print(e)
