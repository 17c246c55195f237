import threading
def worker(n):
    if n == 3:
        raise RuntimeError("worker %d failed" % n)
    print("worker", n, "ok")
threads = [threading.Thread(target=worker, args=(i,), name="W%d" % i) for i in range(5)]
for t in threads:
    t.start()
    t.join()
