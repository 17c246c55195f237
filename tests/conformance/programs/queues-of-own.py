import queue, threading, time
q = queue.Queue(2); log = []
def put(n):
    try: q.put(n, timeout=0.3); log.append(("put", n))
    except queue.Full: log.append(("full", n))
ts = [threading.Thread(target=put, args=(i,)) for i in range(3)]
for t in ts: t.start(); time.sleep(0.05)
time.sleep(0.5); print(log)
print(q.get(timeout=1), q.get_nowait(), q.empty())
class Uniq(queue.Queue):
    def _init(self, n): self.queue = set()
    def _put(self, x): self.queue.add(x)
    def _get(self): return self.queue.pop()
u = Uniq(); [u.put(1) for _ in range(3)]; print(u.qsize(), u.get())
s = queue.SimpleQueue(); s.put_nowait(5); print(s.get_nowait(), s.empty())
try: s.get(timeout=0.01)
except queue.Empty: print("empty")
with q.mutex: q.queue.clear(); print(list(q.queue))
l = queue.LifoQueue(maxsize=1); l.put("x"); print(l.full(), l.get())
d = queue.Queue(); d.put("job"); 
def done(): time.sleep(0.1); d.get(); d.task_done(); print("task done")
threading.Thread(target=done).start(); d.join(); print("joined", d.unfinished_tasks, d.maxsize)
print(issubclass(queue.Empty, Exception), queue.Queue(-5).maxsize, d.all_tasks_done is not None)
