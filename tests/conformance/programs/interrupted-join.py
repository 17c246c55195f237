import threading, time
stop = False
def w():
    while not stop: time.sleep(0.1)
    print("w done")
t = threading.Thread(target=w); t.start()
try: t.join()
except KeyboardInterrupt:
    stop = True
    print("stopping")
t.join()
raise SystemExit(7)
# settings: ctrl-c=2
