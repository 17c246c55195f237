"""A cache that forgets what was used longest ago."""

import threading
class Cache:
    """LRU cache"""
    def __init__(self, capacity):
        from collections import OrderedDict
        self.capacity = capacity
        self._data = OrderedDict()
        self._lock = threading.RLock()
        self.hits = self.misses = 0
    def __getitem__(self, key):
        with self._lock:
            try:
                value = self._data.pop(key)
            except KeyError:
                self.misses += 1
                raise
            else:
                self._data[key] = value
                self.hits += 1
                return value
    def __setitem__(self, key, value):
        with self._lock:
            self._data.pop(key, None)
            if len(self._data) >= self.capacity:
                evicted = self._data.popitem(last=False)
                print("evict", evicted)
            self._data[key] = value
    def __contains__(self, k): return k in self._data
    def __len__(self): return len(self._data)
    def __repr__(self): return f"<Cache {dict(self._data)!r} hits={self.hits} misses={self.misses}>"
    def get(self, key, default=None):
        try: return self[key]
        except KeyError: return default
c = Cache(2)
c['a'] = 1; c['b'] = 2; c['a']; c['c'] = 3
print(c, 'b' in c, c.get('b'), len(c))
try: c['zz']
except KeyError as e: print("KeyError", e, e.args)
def work(k):
    for i in range(3): c[k] = i
ts = [threading.Thread(target=work, args=(x,)) for x in 'xyz']
for t in ts: t.start(); t.join()
print(c)
od = c._data; od.move_to_end('y'); print(list(od), list(reversed(od)))
