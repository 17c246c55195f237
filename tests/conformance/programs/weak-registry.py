import threading, weakref
class Registry:
    _items = weakref.WeakSet()
    def __init__(self, n): self.n = n; Registry._items.add(self)
keep = [Registry(i) for i in range(3)]
def show(): print(sorted(r.n for r in Registry._items))
t = threading.Thread(target=show); t.start(); t.join()
d = weakref.WeakKeyDictionary()
d[keep[0]] = "meta"
print(d[keep[0]], len(d))
r = weakref.ref(keep[1]); print(r() is keep[1])
p = weakref.proxy(keep[2]); print(p.n)
