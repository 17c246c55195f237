import threading, itertools, time
counter = itertools.count(1)
lock = threading.Lock()
order = []
def take():
    for _ in range(3):
        with lock: order.append(next(counter))
        time.sleep(0)
ts = [threading.Thread(target=take) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(order, sorted(order) == list(range(1, 10)), next(counter))
