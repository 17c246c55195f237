import threading
class A:
    instances = 0
    lock = threading.Lock()
    def __new__(cls, *a):
        with cls.lock: cls.instances += 1
        return super().__new__(cls)
    def __init__(self, n=0): self.n = n
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, t, v, tb): print("exit", t.__name__ if t else None); return t is ValueError
    def __call__(self, k): return self.n + k
    def __getattr__(self, name): return "dyn_" + name
    def __eq__(self, o): return isinstance(o, A) and self.n == o.n
    def __hash__(self): return hash(self.n)
    def __len__(self): return self.n
    def __contains__(self, x): return x == self.n
    def __getitem__(self, i): return i * self.n
    def __del__x(self): pass
def w(n):
    with A(n) as a:
        print(a(10), a.foo, a == A(n), len({a, A(n)}), len(a), n in a, a[3])
        if n: raise ValueError
for i in (0, 2):
    t = threading.Thread(target=w, args=(i,)); t.start(); t.join()
print(A.instances)
