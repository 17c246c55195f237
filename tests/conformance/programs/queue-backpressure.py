import queue
import threading
import time

pipe = queue.Queue(1)
log = []


def produce():
    for n in range(3):
        pipe.put(n)
        log.append(f"put {n}")
    pipe.put(None)


threading.Thread(target=produce).start()
time.sleep(0.1)
log.append("start taking")
while True:
    item = pipe.get()
    if item is None:
        break
    time.sleep(0.1)
    log.append(f"took {item}")
print(log)
