import threading, time
sem = threading.BoundedSemaphore(value=2)
active = 0; peak = 0; lock = threading.Lock()
def job(i):
    global active, peak
    with sem:
        with lock: active += 1; peak = max(peak, active)
        time.sleep(0.05)
        with lock: active -= 1
ts = [threading.Thread(target=job, args=(i,)) for i in range(6)]
for t in ts: t.start()
for t in ts: t.join()
print("peak", peak)
print(sem.acquire(blocking=False), sem.acquire(timeout=0.01), sem.acquire(False), sem._value)
sem.release(); sem.release()
sem.release()
