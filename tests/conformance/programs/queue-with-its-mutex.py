"""The lock and the conditions of a queue, used by the program itself."""

import queue, threading, time
q = queue.Queue()
for i in range(5): q.put(i)
with q.mutex:
    q.queue.clear(); q.all_tasks_done.notify_all(); q.unfinished_tasks = 0
print(q.empty(), q.qsize()); q.join(); print("joined")
def waiter(): 
    with q.not_empty:
        while not q._qsize(): q.not_empty.wait()
        print("peek", q.queue[0])
t = threading.Thread(target=waiter); t.start(); time.sleep(0.02); q.put("x"); t.join()
print(list(q.queue), type(q.queue).__name__, q.get(), q.unfinished_tasks)
lq = queue.LifoQueue(); [lq.put(i) for i in range(3)]; print(lq.queue, lq.get()); pq = queue.PriorityQueue(); [pq.put(i) for i in (3, 1, 2)]; print(pq.queue)
class Peekable(queue.Queue):
    def peek(self):
        with self.mutex: return self.queue[0] if self.queue else None
    def clear(self):
        with self.mutex: n = len(self.queue); self.queue.clear(); self.unfinished_tasks = max(0, self.unfinished_tasks - n); self.not_full.notify_all(); return n
p = Peekable(2); p.put(1); p.put(2)
def blocked(): p.put(3); print("put went through")
t = threading.Thread(target=blocked); t.start(); time.sleep(0.02); print(p.peek(), p.clear()); t.join(); print(p.peek())
