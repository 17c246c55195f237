# Question 1114: print in order
from threading import Lock, Event, Semaphore, Barrier, Condition, Thread
class Foo:
    def __init__(self):
        self.locks = (Lock(), Lock())
        for l in self.locks: l.acquire()
    def first(self, f): f(); self.locks[0].release()
    def second(self, f):
        with self.locks[0]: f(); self.locks[1].release()
    def third(self, f):
        with self.locks[1]: f()
class FooBar:
    def __init__(self, n): self.n = n; self.a, self.b = Semaphore(1), Semaphore(0)
    def foo(self, p):
        for i in range(self.n): self.a.acquire(); p(); self.b.release()
    def bar(self, p):
        for i in range(self.n): self.b.acquire(); p(); self.a.release()
class ZeroEvenOdd:
    def __init__(self, n):
        self.n = n; self.cv = Condition(); self.cur = 1; self.zero_turn = True
    def zero(self, p):
        for _ in range(self.n):
            with self.cv:
                self.cv.wait_for(lambda: self.zero_turn); p(0); self.zero_turn = False; self.cv.notify_all()
    def _num(self, p, par):
        for i in range(par or 2, self.n + 1, 2):
            with self.cv:
                self.cv.wait_for(lambda: not self.zero_turn and self.cur == i); p(i); self.cur += 1; self.zero_turn = True; self.cv.notify_all()
    def even(self, p): self._num(p, 0)
    def odd(self, p): self._num(p, 1)
class H2O:
    def __init__(self): self.h, self.o, self.bar = Semaphore(2), Semaphore(1), Barrier(3)
    def hydrogen(self, r):
        with self.h: self.bar.wait(); r()
    def oxygen(self, r):
        with self.o: self.bar.wait(); r()
foo = Foo(); out = []
ts = [Thread(target=m, args=(lambda s=s: out.append(s),)) for m, s in ((foo.third, "third"), (foo.second, "second"), (foo.first, "first"))]
for t in ts: t.start()
for t in ts: t.join()
print("".join(out))
fb = FooBar(3)
ts = [Thread(target=fb.bar, args=(lambda: print("bar", end=" "),)), Thread(target=fb.foo, args=(lambda: print("foo", end=""),))]
for t in ts: t.start()
for t in ts: t.join()
print()
z = ZeroEvenOdd(5); ts = [Thread(target=f, args=(lambda x: print(x, end=""),)) for f in (z.zero, z.even, z.odd)]
for t in ts: t.start()
for t in ts: t.join()
print()
w = H2O(); mol = []
ts = [Thread(target=w.hydrogen if c == "H" else w.oxygen, args=(lambda c=c: mol.append(c),)) for c in "OOHHHH"]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(mol))
