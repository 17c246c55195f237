import threading
import time

tls = threading.local()
tls.x = "main"
results = {}

def fn(n):
    print(hasattr(tls, "x"))
    tls.x = n
    time.sleep(0.01)
    results[threading.current_thread().name] = tls.x

ts = [threading.Thread(target=fn, args=(i,), name="T%s" % i) for i in "abc"]
for t in ts: t.start()
for t in ts: t.join()
for k in sorted(results): print(k, "->", results[k])
print(tls.x, vars(tls))
del tls.x
try:
    tls.x
except AttributeError as e:
    print(type(e).__name__)
