"""weakref in a few lines."""

import weakref
class O:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"O({self.n})"
o = O(1)
r = weakref.ref(o)
print(r() is o, r())
del o
print(r())
def cb(ref): print("callback", ref is r2)
o = O(2)
r2 = weakref.ref(o, cb)
o = None
d = weakref.WeakValueDictionary()
k = O(3)
d['k'] = k
print(len(d), 'k' in d, d.get('k'))
del k
print(len(d), 'k' in d, d.get('k'))
p = O(4)
px = weakref.proxy(p)
print(px.n)
del p
try: px.n
except ReferenceError as e: print(e)
f = weakref.finalize(O(5), print, "finalized")
print("alive", f.alive)
s = weakref.WeakSet()
q = O(6)
s.add(q)
print(len(s))
q = None
print(len(s))
import gc
class C: pass
c = C(); c.self = c
rc = weakref.ref(c)
del c
gc.collect()
print(rc())
