import threading, time, datetime
def tick(n, stop):
    nxt = datetime.datetime.now()
    c = 0
    while not stop.is_set():
        c += 1
        nxt += datetime.timedelta(milliseconds=1000)
        stop.wait((nxt - datetime.datetime.now()).total_seconds())
    n.append(c)
stop = threading.Event(); n = []
t = threading.Thread(target=tick, args=(n, stop)); t.start(); time.sleep(4.5); stop.set(); t.join(); print(n)
print(isinstance(datetime.datetime.now().strftime("%H:%M:%S.%f"), str), datetime.timedelta(seconds=3661), str(datetime.timedelta(seconds=0.5)))
