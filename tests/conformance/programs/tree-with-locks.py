import threading
import time
from typing import Optional
class Node:
    __slots__ = ("key", "left", "right", "lock")
    def __init__(self, key: int):
        self.key = key; self.left: Optional["Node"] = None; self.right: Optional["Node"] = None; self.lock = threading.Lock()
class Tree:
    def __init__(self): self.root = None; self.lock = threading.Lock()
    def insert(self, key):
        with self.lock:
            if self.root is None: self.root = Node(key); return
        node = self.root
        while True:
            with node.lock:
                side = "left" if key < node.key else "right"
                child = getattr(node, side)
                if child is None: setattr(node, side, Node(key)); return
            node = child
    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n.left); yield n.key; yield from walk(n.right)
        return walk(self.root)
t = Tree()
chunks = [[5, 1, 9], [3, 7, 2], [8, 6, 4]]
ts = [threading.Thread(target=lambda c=c: [t.insert(k) for k in c]) for c in chunks]
for x in ts: x.start()
for x in ts: x.join()
print(*t, sum(t), max(t), 5 in list(t), sep="|")
try: t.root.extra = 1
except AttributeError as e: print(e)
