import concurrent.futures, threading, time
class FakeDatabase:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()
    def locked_update(self, name):
        local_copy = self.value
        with self._lock:
            local_copy = self.value
            local_copy += 1
            time.sleep(0.01)
            self.value = local_copy
db = FakeDatabase()
with concurrent.futures.ThreadPoolExecutor(max_workers=2) as executor:
    for index in range(2):
        executor.submit(db.locked_update, index)
print(db.value)
class Pipeline:
    def __init__(self):
        self.message = 0
        self.producer_lock = threading.Lock()
        self.consumer_lock = threading.Lock()
        self.consumer_lock.acquire()
    def get_message(self, name):
        self.consumer_lock.acquire()
        message = self.message
        self.producer_lock.release()
        return message
    def set_message(self, message, name):
        self.producer_lock.acquire()
        self.message = message
        self.consumer_lock.release()
p = Pipeline()
def prod():
    for i in range(3): p.set_message(i, "P")
    p.set_message(None, "P")
def cons():
    while (m := p.get_message("C")) is not None: print("got", m)
with concurrent.futures.ThreadPoolExecutor(max_workers=2) as e:
    e.submit(prod); e.submit(cons)
