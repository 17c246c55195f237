import threading, datetime
t = threading.Thread(target=print, args=("x",))
for _ in range(3):
    t.setDaemon(False); t.setName("n")
t.start(); t.join()
print(datetime.datetime.utcnow() is not None, t.getName())
