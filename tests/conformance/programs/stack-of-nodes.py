import threading
class Node:
    def __init__(self, v, nxt=None): self.v, self.next = v, nxt
class Stack:
    def __init__(self): self.head = None; self.n = 0; self.lock = threading.Lock()
    def push(self, v):
        with self.lock: self.head = Node(v, self.head); self.n += 1
    def pop(self):
        with self.lock:
            if self.head is None: raise IndexError("pop from empty stack")
            v, self.head = self.head.v, self.head.next; self.n -= 1
            return v
    def __len__(self): return self.n
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.next
s = Stack()
ts = [threading.Thread(target=lambda a=a: [s.push(i) for i in range(a, a + 3)]) for a in (0, 10)]
for t in ts: t.start(); t.join()
print(list(s), len(s), s.pop())
def over():
    for _ in range(99): s.pop()
t = threading.Thread(target=over, name="popper"); t.start(); t.join()
print(len(s))
