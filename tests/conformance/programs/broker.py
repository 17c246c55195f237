import queue, threading, time
class Broker:
    def __init__(self):
        self.subs = {}
        self.lock = threading.RLock()
    def subscribe(self, topic):
        q = queue.Queue()
        with self.lock:
            self.subs.setdefault(topic, []).append(q)
        return q
    def publish(self, topic, msg):
        with self.lock:
            for q in self.subs.get(topic, []):
                q.put(msg)
    def close(self):
        with self.lock:
            for qs in self.subs.values():
                for q in qs: q.put(None)
b = Broker()
out = {}
def consumer(name, q):
    out[name] = []
    while (m := q.get()) is not None:
        out[name].append(m)
ts = []
for name, topic in (("a", "news"), ("b", "news"), ("c", "sport")):
    t = threading.Thread(target=consumer, args=(name, b.subscribe(topic)))
    t.start(); ts.append(t)
b.publish("news", "n1"); b.publish("sport", "s1"); b.publish("news", "n2"); b.publish("none", 0)
b.close()
for t in ts: t.join()
print(out)
