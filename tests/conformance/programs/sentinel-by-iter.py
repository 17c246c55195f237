import queue, threading, time
def producer(q):
    for i in range(3):
        print("produce", i); q.put(i); time.sleep(0.2)
    q.put(None)
def consumer(q):
    for item in iter(q.get, None): print("consume", item)
q = queue.Queue()
ts = [threading.Thread(target=f, args=(q,)) for f in (producer, consumer)]
for t in ts: t.start()
for t in ts: t.join()
print("done")
