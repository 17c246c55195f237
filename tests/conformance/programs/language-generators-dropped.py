"""Generators that are left behind are closed; a __del__ that raises, and one that brings its object back."""

class Bad:
    def __del__(self): raise RuntimeError("in del")
b = Bad()
del b
print("still here")
class Phoenix:
    saved = []
    def __del__(self): print("rise"); Phoenix.saved.append(self)
p = Phoenix(); del p
print(len(Phoenix.saved)); Phoenix.saved.clear(); print("gone")
def gen():
    try:
        yield 1
    except GeneratorExit:
        print("exit"); raise
    finally: print("fin")
def outer():
    with open("f.txt", "w") as f:
        f.write("x")
        yield from gen()
g = outer(); next(g); del g; print("A")
print(open("f.txt").read())
def firstn(n):
    i = 0
    try:
        while True:
            yield i
            i += 1
    finally: print("stopped at", i)
for v in firstn(3):
    if v == 2: break
else: print("no")
print("B")
print(next(firstn(1))); print("C")
any(x > 1 for x in firstn(5)); print("E")
def take(it, n):
    return [next(it) for _ in range(n)]
take(firstn(0), 2); print("F")
import contextlib
@contextlib.contextmanager
def cm():
    print("in")
    try: yield
    finally: print("out")
with cm(): print("body")
c = cm(); c.__enter__(); print("entered"); del c; print("G")
gg = gen()
del gg
print("never started")
def chain():
    a = firstn(1)
    for x in a: yield x
h = chain(); next(h); h.close(); print("H")
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0])
    def __iter__(self):
        with self:
            yield 1
            yield 2
for q in Ctx(): break
print("I")
