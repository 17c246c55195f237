import threading as T, time
lock, log = T.Lock(), []
def w(n):
    with lock: log.append(n)
lock.acquire(); ts = []
for c in "ABCDE":
    t = T.Thread(target=w, args=(c,)); t.start(); ts.append(t); time.sleep(0.2)
lock.release()
for t in ts: t.join()
print("".join(log))
