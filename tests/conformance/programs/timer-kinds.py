import threading
import time

fired = []
a = threading.Timer(0.1, fired.append, ("a",))
b = threading.Timer(0.2, fired.append, kwargs=None, args=["b"])
c = threading.Timer(0.1, fired.append, ["cancelled"])
for timer in (a, b, c):
    timer.start()
c.cancel()
print(c.is_alive() in (True, False), a.daemon, a.interval)
a.join()
print(fired)
time.sleep(0.25)
print(fired, [t.is_alive() for t in (a, b, c)])
