import threading, time
class Cache:
    def __init__(self, ttl): self.ttl, self.data, self.lock = ttl, {}, threading.RLock()
    def get(self, key, loader):
        with self.lock:
            hit = self.data.get(key)
            if hit and time.monotonic() - hit[1] < self.ttl: return hit[0], "hit"
            value = loader(key); self.data[key] = (value, time.monotonic()); return value, "miss"
c = Cache(1.5); out = []
def user(n, delay):
    time.sleep(delay); out.append((n,) + c.get("k", str.upper))
ts = [threading.Thread(target=user, args=(i, d)) for i, d in enumerate((0, 0.7, 2.4))]
for t in ts: t.start()
for t in ts: t.join()
for row in out: print(*row, sep="\t")
