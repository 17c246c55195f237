import threading
import contextlib
import traceback
import sys

class Transaction:
    def __init__(self, store): self.store, self.pending = store, {}
    def __setitem__(self, k, v): self.pending[k] = v
    def __getitem__(self, k): return self.pending.get(k, self.store.data[k])

class Store:
    def __init__(self): self.data, self._lock, self.log = {}, threading.RLock(), []
    @contextlib.contextmanager
    def begin(self):
        with self._lock:
            tx = Transaction(self)
            try:
                yield tx
            except Exception as e:
                self.log.append(("rollback", type(e).__name__, str(e)))
                raise
            else:
                self.data.update(tx.pending)
                self.log.append(("commit", sorted(tx.pending)))

store = Store()
def worker(n):
    try:
        with store.begin() as tx:
            tx["n%d" % n] = n
            if n == 1:
                raise RuntimeError("abort %d" % n)
            with store.begin() as inner:
                inner["inner%d" % n] = tx["n%d" % n] * 10
    except RuntimeError:
        traceback.print_exc(limit=1, file=sys.stdout)
for i in range(3):
    t = threading.Thread(target=worker, args=(i,)); t.start(); t.join()
print(store.data)
for entry in store.log: print(*entry)
