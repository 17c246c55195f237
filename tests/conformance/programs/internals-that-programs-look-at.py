import threading, time, concurrent.futures.thread
from concurrent.futures.thread import ThreadPoolExecutor
from concurrent.futures._base import Future, wait
t = threading.Thread(target=time.sleep, args=(0.1,))
print(t._started.is_set()); t.start(); print(t._started.is_set()); t.join()
c = threading.Condition()
def w():
    with c: c.wait()
ts = [threading.Thread(target=w) for _ in range(2)]
for x in ts: x.start()
time.sleep(0.2)
with c: print(len(c._waiters)); c.notify_all()
for x in ts: x.join()
with ThreadPoolExecutor(2) as ex:
    fs = [ex.submit(pow, 2, i) for i in range(3)]
    print(sorted(f.result() for f in wait(fs).done), len(ex._threads) >= 1, ex._work_queue.qsize(), ex._max_workers)
    print(len(concurrent.futures.thread._threads_queues) >= 1, isinstance(fs[0], Future), fs[0]._state)
ev = threading.Event(); print(ev._flag); s = threading.Semaphore(3); print(s._value)
q = __import__("queue").Queue(); q.put(1); print(q.unfinished_tasks, list(q.queue), q._qsize())
r = threading.RLock(); r.acquire(); print(r._is_owned()); r.release()
