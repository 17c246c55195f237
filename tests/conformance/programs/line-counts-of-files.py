import threading, time, os, errno
def reader(path, results, idx):
    try:
        with open(path) as f:
            results[idx] = sum(1 for _ in f)
    except OSError as e:
        results[idx] = (e.__class__.__name__, errno.errorcode[e.errno], os.strerror(e.errno))
for i in range(2):
    with open("data_%d.txt" % i, "w") as f:
        f.writelines("line %d\n" % j for j in range(i + 3))
results = [None] * 3
ts = [threading.Thread(target=reader, args=("data_%d.txt" % i, results, i)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
for r in results: print(r)
for n in range(2): os.unlink("data_%d.txt" % n)
