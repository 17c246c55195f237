"""Subclasses of `OrderedDict` that take part in storing: caches and settings."""

import threading
from collections import OrderedDict


class LastUpdated(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)


class Recent(OrderedDict):
    def __init__(self, *args, maxsize=3, **kwargs):
        self.maxsize = maxsize
        self.lock = threading.RLock()
        super().__init__(*args, **kwargs)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        with self.lock:
            if key in self:
                print("again", key)
            super().__setitem__(key, value)
            if len(self) > self.maxsize:
                oldest = next(iter(self))
                print("out", oldest)
                del self[oldest]


last = LastUpdated(a=1, b=2, c=3)
last["a"] = 4
last.update(b=5)
print(list(last), last.popitem(), last.popitem(last=False))
recent = Recent([("a", 1), ("b", 2)])
thread = threading.Thread(target=recent.update, args=({"c": 3, "a": 9},), kwargs={"d": 4})
thread.start()
thread.join()
print(list(recent), recent["c"], list(recent), recent.setdefault("a", 0), recent.setdefault("e", 5), len(recent))
recent.move_to_end("e", last=False)
print(list(recent.items()), "c" in recent, recent.get("zz"), recent == {"e": 5, "c": 3, "a": 9})
plain = OrderedDict(zip("xyz", range(3)), w=3)
plain.update([("x", 10)], v=4)
print(dict(plain), plain.setdefault("q", 1), list(reversed(plain)), plain.pop("y"))
for change in (lambda: plain.move_to_end("nope"), lambda: OrderedDict().popitem()):
    try:
        change()
    except KeyError as error:
        print(repr(error))
