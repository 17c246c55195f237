"""__del__ runs when the last reference goes: in functions, threads, containers and after exceptions."""

import threading, time, gc
class R:
    live = 0
    def __init__(self, name, fail=False):
        self.name = name
        R.live += 1
        if fail: raise ValueError("cannot " + name)
    def __del__(self):
        R.live -= 1
        print(f"[{threading.current_thread().name}] released {self.name}")
    def __repr__(self): return f"R({self.name})"
def worker(n):
    r = R(f"w{n}")
    time.sleep(0.08 * n)
    print("worker", n, "done")
ts = [threading.Thread(target=worker, args=(i,), name=f"T{i}") for i in range(1, 4)]
for t in ts: t.start()
for t in ts: t.join()
print("live", R.live)
def with_arg(r): print("got", r)
t = threading.Thread(target=with_arg, args=(R("arg"),), name="A")
t.start(); t.join(); print("joined")
try: R("bad", fail=True)
except ValueError as e: print("error", e)
print("after bad", R.live)
def f():
    a = R("a"); b = R("b")
    return a
x = f(); print("returned"); x = None
a = R("cyc1"); b = R("cyc2"); a.other = b; b.other = a
del a, b
print("before collect"); gc.collect(); print("after collect")
l = [R("l0"), R("l1"), R("l2")]
del l[1]; print("deleted 1"); l = l[:1]; print("sliced"); del l
d = {i: R(f"d{i}") for i in range(3)}
d.pop(1); print("popped"); d.clear(); print("cleared")
t = (R("t0"), R("t1")); t = None
s = R("s0"); s, u = R("s1"), s; print("swapped"); del s; del u
print([R(f"c{i}").name for i in range(2)])
for i in range(2): r = R(f"loop{i}")
print("loop over"); del r
class Owner:
    def __init__(self): self.first = R("first"); self.second = R("second")
    def __del__(self): print("owner gone")
o = Owner(); o.first = None; print("cleared first"); del o
def g():
    r = R("raised")
    raise KeyError("k")
try: g()
except KeyError: print("handler")
print("after handler")
try:
    r = R("in try")
    1 / 0
except ZeroDivisionError as e: err = e
print("kept")
del r
err = None
R("tmp").name; print("tmp gone")
lst = []; lst.append(R("appended")); lst.pop(); print("pop'd")
def closure():
    r = R("closed over")
    def inner(): return r
    return inner
c = closure(); print(c()); c = None
print("end", R.live)
keep1, keep2 = R("k1"), R("k2")
keep3 = keep1
