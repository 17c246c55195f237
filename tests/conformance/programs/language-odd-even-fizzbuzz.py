"""Threads that take turns: odd and even, fizz and buzz."""

# Interview: print odd/even alternately
import threading
class OddEven:
    def __init__(self, limit):
        self.limit, self.n, self.cond = limit, 1, threading.Condition()
    def run(self, parity):
        while True:
            with self.cond:
                self.cond.wait_for(lambda: self.n % 2 == parity or self.n > self.limit)
                if self.n > self.limit:
                    self.cond.notify_all()
                    return
                print(threading.current_thread().name, self.n)
                self.n += 1
                self.cond.notify_all()
oe = OddEven(6)
t1 = threading.Thread(target=oe.run, args=(1,), name="odd")
t2 = threading.Thread(target=oe.run, args=(0,), name="even")
t1.start(); t2.start(); t1.join(); t2.join()
# FizzBuzz multithreaded
class FizzBuzz:
    def __init__(self, n):
        self.n = n; self.i = 1
        self.sems = {k: threading.Semaphore(0) for k in ("fizz", "buzz", "fizzbuzz")}
        self.num = threading.Semaphore(1)
    def go(self, name, f):
        while True:
            self.sems[name].acquire()
            if self.i > self.n: break
            f(); self.num.release()
    def number(self, f):
        for self.i in range(1, self.n + 1):
            self.num.acquire()
            k = ("fizz" if self.i % 3 == 0 else "") + ("buzz" if self.i % 5 == 0 else "")
            if k: self.sems[k].release()
            else:
                f(self.i); self.num.release()
        self.num.acquire()
        self.i += 1
        for s in self.sems.values(): s.release()
fb = FizzBuzz(15); out = []
ths = [threading.Thread(target=fb.go, args=(k, lambda k=k: out.append(k))) for k in ("fizz", "buzz", "fizzbuzz")]
ths.append(threading.Thread(target=fb.number, args=(out.append,)))
for t in ths: t.start()
for t in ths: t.join()
print(*out, sep=", ")
