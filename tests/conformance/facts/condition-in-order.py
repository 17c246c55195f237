import threading as T, time
c, log = T.Condition(), []
def w(n):
    with c: c.wait(); log.append(n)
ts = []
for x in "ABCDE":
    t = T.Thread(target=w, args=(x,)); t.start(); ts.append(t); time.sleep(0.2)
for i in range(5):
    with c: c.notify()
    time.sleep(0.2)
for t in ts: t.join()
print("".join(log))
