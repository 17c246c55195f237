import threading
import time


class Cache:
    def __init__(self):
        self._data = {}
        self._changed = threading.Condition()

    def set(self, key, value):
        with self._changed:
            self._data[key] = value
            self._changed.notify_all()

    def get(self, key, timeout=None):
        with self._changed:
            if not self._changed.wait_for(lambda: key in self._data, timeout):
                raise TimeoutError(key)
            return self._data[key]


cache = Cache()
out = {}


def reader(key):
    try:
        out[key] = cache.get(key, timeout=1.5)
    except TimeoutError as error:
        out[key] = f"timeout {error}"


threads = [threading.Thread(target=reader, args=(k,)) for k in ("a", "b")]
for t in threads:
    t.start()
time.sleep(0.5)
cache.set("a", 1)
for t in threads:
    t.join()
print(sorted(out.items()))
