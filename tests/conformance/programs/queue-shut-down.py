import queue, threading, time
q = queue.Queue()
def producer():
    for i in range(3): q.put(i); time.sleep(0.1)
    q.shutdown()
def consumer():
    while True:
        try: print("item", q.get())
        except queue.ShutDown: print("shut down"); break
ts = [threading.Thread(target=f) for f in (producer, consumer)]
for t in ts: t.start()
for t in ts: t.join()
try: q.put(1)
except queue.ShutDown as e: print(repr(e))
q2 = queue.Queue(); q2.put(1); q2.put(2); q2.shutdown(immediate=True)
try: q2.get()
except queue.ShutDown: print("nothing left", q2.qsize())
q2.join()
# needs: 3.13
