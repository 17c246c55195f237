"""Stages connected by queues, and recipes with iterators."""

import threading, queue, time, itertools
class Pipeline:
    _END = object()
    def __init__(self, *stages): self.stages = stages
    def __or__(self, fn): return Pipeline(*self.stages, fn)
    def run(self, items):
        qs = [queue.Queue() for _ in range(len(self.stages) + 1)]
        def stage(fn, qin, qout):
            for item in iter(qin.get, self._END):
                try:
                    for r in fn(item): qout.put(r)
                except Exception as e: print("stage", fn.__name__, "failed on", repr(item), "->", e)
            qout.put(self._END)
        ts = [threading.Thread(target=stage, args=(f, qs[i], qs[i+1]), name=f.__name__) for i, f in enumerate(self.stages)]
        for t in ts: t.start()
        for it in items: qs[0].put(it)
        qs[0].put(self._END)
        yield from iter(qs[-1].get, self._END)
        for t in ts: t.join()
def parse(x): yield int(x)
def dup(x): yield x; yield x * 10
def keep_even(x):
    if x % 2 == 0: yield x
p = Pipeline() | parse | dup | keep_even
print(list(p.run(["1", "2", "x", "3"])))
def batched(it, n):
    it = iter(it)
    while batch := list(itertools.islice(it, n)): yield batch
print(list(batched(range(7), 3)))
def windows(seq, n=2):
    its = itertools.tee(seq, n)
    for i, it in enumerate(its): next(itertools.islice(it, i, i), None)
    return zip(*its)
print(list(windows([1, 2, 3, 4])), dict(zip(*[iter("a1b2")] * 2)))
def roundrobin(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try: yield next(it)
            except StopIteration: its.remove(it)
print("".join(roundrobin("ABC", "D", "EF")))
class EventBus(dict):
    def __missing__(self, key): self[key] = v = []; return v
    def __call__(self, key, *a): return [f(*a) for f in self[key]]
b = EventBus(); b["x"].append(lambda v: v + 1); b["x"].append(str); print(b("x", 41), b("none"), b)
