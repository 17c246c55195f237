import threading, queue
q = queue.PriorityQueue()
class Task:
    def __init__(self, p, n): self.p, self.n = p, n
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return "Task(%s)" % self.n
for p, n in ((5, "e"), (1, "a"), (3, "c")): q.put(Task(p, n))
q.put(Task(0, "z"))
def w():
    while True:
        try: t = q.get_nowait()
        except queue.Empty: print("empty"); return
        print(t); q.task_done()
t = threading.Thread(target=w); t.start(); q.join(); t.join()
q2 = queue.PriorityQueue(); q2.put((1, {"a": 1})); 
try: q2.put((1, {"b": 1}))
except TypeError as e: print("TypeError:", e)
