import threading, time
cache = {}
lock = threading.Lock()
def memo(fn):
    def wrapper(*a):
        with lock:
            if a in cache: return cache[a]
        r = fn(*a)
        with lock: cache[a] = r
        return r
    return wrapper
@memo
def slow(x):
    time.sleep(0.1); return x * 2
out = []
ts = [threading.Thread(target=lambda i=i: out.append(slow(i % 2))) for i in range(4)]
for t in ts: t.start(); t.join()
print(out, cache)
print(slow.__name__, memo.__doc__, __name__, __file__.endswith(".py"))
