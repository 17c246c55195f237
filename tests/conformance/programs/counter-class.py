import threading
class Counter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()
    def __iadd__(self, n):
        with self._lock: self.value += n
        return self
    def __int__(self): return self.value
    def __format__(self, spec): return format(self.value, spec)
    def __bool__(self): return self.value > 0
c = Counter()
def add():
    global c
    for _ in range(100): c += 1
ts = [threading.Thread(target=add) for _ in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]
print(int(c), f"{c:06d}", bool(c), bool(Counter()))
