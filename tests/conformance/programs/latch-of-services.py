import threading, time
class CountDownLatch:
    def __init__(self, count=1):
        self.count = count
        self.lock = threading.Condition()
    def count_down(self):
        self.lock.acquire()
        self.count -= 1
        if self.count <= 0:
            self.lock.notifyAll() if not hasattr(self.lock, "notify_all") else self.lock.notify_all()
        self.lock.release()
    def wait(self):
        self.lock.acquire()
        while self.count > 0:
            self.lock.wait()
        self.lock.release()
latch = CountDownLatch(3)
def service(n):
    time.sleep(0.6 * n)
    print("service", n, "up")
    latch.count_down()
for i in (1, 2, 3):
    threading.Thread(target=service, args=[i]).start()
latch.wait()
print("all up")
