import threading, time
b = threading.Barrier(3, action=lambda: print("all here"), timeout=5)
lock = threading.Lock()
out = []
def w(n):
    time.sleep(n * 0.05)
    i = b.wait()
    with lock: out.append(i)
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out), b.parties, b.n_waiting, b.broken)
b.abort()
try: b.wait()
except threading.BrokenBarrierError as e: print("broken", repr(e))
print(repr(b).split(" at ")[0], repr(threading.Event()).split(" at ")[0], repr(threading.Semaphore(2)).split(" at ")[0], repr(threading.Lock()).split(" at ")[0], repr(threading.RLock()).split(" owner")[0])
