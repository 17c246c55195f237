"""Containers on the classes of collections.abc, each with a lock."""
import threading
from collections.abc import ItemsView, KeysView, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Set


class SafeDict(MutableMapping):
    def __init__(self, *args, **kwargs):
        self._lock = threading.RLock()
        self._data = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        with self._lock:
            return self._data[key]

    def __setitem__(self, key, value):
        with self._lock:
            self._data[key] = value

    def __delitem__(self, key):
        with self._lock:
            del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def items(self):
        with self._lock:
            return list(self._data.items())


class SafeSet(MutableSet):
    def __init__(self, items=()):
        self._items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self._items

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def add(self, item):
        if item not in self._items:
            self._items.append(item)

    def discard(self, item):
        if item in self._items:
            self._items.remove(item)

    def __repr__(self):
        return "SafeSet(" + repr(self._items) + ")"


class Ring(MutableSequence):
    def __init__(self, items):
        self._items = list(items)

    def __getitem__(self, at):
        return self._items[at]

    def __setitem__(self, at, value):
        self._items[at] = value

    def __delitem__(self, at):
        del self._items[at]

    def __len__(self):
        return len(self._items)

    def insert(self, at, value):
        self._items.insert(at, value)


shared = SafeDict(a=1, b=2)
workers = [threading.Thread(target=shared.update, args=({name: len(name)},)) for name in ("one", "three")]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(sorted(shared.items()), shared.pop("a"), shared.setdefault("z", 0), "q" in shared, shared.get("q", "none"))
print(list(shared.keys()), sorted(shared.values()), isinstance(shared.keys(), KeysView), isinstance({}, SafeDict))
print(shared == {"b": 2, "one": 3, "three": 5, "z": 0}, isinstance(shared, Mapping), isinstance({}.items(), ItemsView))
for wrong in (lambda: shared.pop("q"), lambda: shared["q"], lambda: hash(shared)):
    try:
        wrong()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)

some, others = SafeSet([1, 2, 3]), SafeSet([3, 4])
print(some & others, some | others, some - others, some ^ others, some <= others, some.isdisjoint([7]), some == {1, 2, 3})
some |= others
some -= {1}
some.remove(2)
print(some, isinstance(some, Set), {3} < some, some > {3})
try:
    some.remove(99)
except KeyError as error:
    print("KeyError", error)

ring = Ring("abc")
ring.append("d")
ring.extend(["e", "f"])
ring.reverse()
ring += "g"
print(ring.pop(), ring.index("c"), ring.count("a"), "e" in ring, list(reversed(ring)), isinstance(ring, Sequence))
ring.remove("c")
ring.clear()
print(len(ring))


class Half(Mapping):
    def __len__(self):
        return 0


try:
    Half()
except TypeError as error:
    print("TypeError", "abstract" in str(error), "__getitem__" in str(error), "__iter__" in str(error))
