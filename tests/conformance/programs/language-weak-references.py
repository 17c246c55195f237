"""Weak references, and what is built of them."""

import weakref, threading, time
class Subject:
    def __init__(self): self._obs = weakref.WeakSet(); self.lock = threading.Lock()
    def attach(self, o): self._obs.add(o)
    def notify(self, m):
        with self.lock:
            for o in sorted(self._obs, key=lambda o: o.n): o.update(m)
class Obs:
    def __init__(self, n): self.n = n
    def update(self, m): print("obs", self.n, m)
s = Subject(); a, b = Obs(1), Obs(2); s.attach(a); s.attach(b); s.notify("hi"); del a; s.notify("again")
class Cache:
    def __init__(self): self.d = weakref.WeakValueDictionary()
    def get(self, k):
        v = self.d.get(k)
        if v is None: print("miss", k); v = self.d[k] = Obs(k)
        else: print("hit", k)
        return v
c = Cache(); x = c.get(1); y = c.get(1); del x, y; c.get(1)
print(dict(c.d), len(c.d))
class Node:
    def __init__(self, v): self.v = v; self._p = None; self.children = []
    @property
    def parent(self): return None if self._p is None else self._p()
    @parent.setter
    def parent(self, p): self._p = weakref.ref(p)
    def add(self, c): c.parent = self; self.children.append(c)
    def __del__(self): print("del node", self.v)
root = Node("root"); ch = Node("child"); root.add(ch); print(ch.parent.v); del root; print(ch.parent); 
m = Obs(9); wm = weakref.WeakMethod(m.update); wm()("via"); del m; print(wm())
r = Obs(5); w = weakref.ref(r, lambda ref: print("gone", ref() is None)); print(weakref.getweakrefcount(r)); r = 3
try: weakref.ref(5)
except TypeError as e: print(e)
k = Obs(7); wk = weakref.WeakKeyDictionary(); wk[k] = "v"; print(len(wk), wk[k], k in wk); del k; print(len(wk))
f = weakref.finalize(ch, print, "fin child"); print(f.alive); del ch; print(f.alive)
local = threading.local()
class Big: pass
def work():
    big = Big(); r = weakref.ref(big); print("alive", r() is big); return r
out = []
t = threading.Thread(target=lambda: out.append(work())); t.start(); t.join(); print(out[0]())
keep = Obs(1); fin = weakref.finalize(keep, print, "at exit"); print("end")
