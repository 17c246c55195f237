import threading
import time

class TokenBucket:
    def __init__(self, rate, capacity):
        self.rate, self.capacity = rate, capacity
        self.tokens = capacity
        self.last = time.monotonic()
        self.lock = threading.Lock()
    def take(self, n=1):
        with self.lock:
            now = time.monotonic()
            self.tokens = min(self.capacity, self.tokens + (now - self.last) * self.rate)
            self.last = now
            if self.tokens >= n:
                self.tokens -= n
                return 0.0
            return (n - self.tokens) / self.rate

bucket = TokenBucket(rate=10, capacity=2)
done = []
def client(i):
    while True:
        wait = bucket.take()
        if not wait:
            done.append(i)
            return
        time.sleep(wait)
start = time.monotonic()
threads = [threading.Thread(target=client, args=(i,)) for i in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(len(done), sorted(done), round(time.monotonic() - start, 1) <= 0.6)
