import threading, time, os
path = "counter.txt"
with open(path, "w") as fh: fh.write("0")
lock = threading.Lock()
def bump(n):
    for _ in range(n):
        with lock:
            with open(path, "r+") as fh:
                value = int(fh.read()); fh.seek(0); fh.write(str(value + 1)); fh.truncate()
ts = [threading.Thread(target=bump, args=(5,)) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(open(path).read(), os.path.getsize(path))
with open("log.csv", "a+", encoding="utf-8") as fh:
    fh.write("ä;b\n"); fh.seek(0); print(fh.readlines(), fh.name, fh.mode, fh.closed)
print(fh.closed)
try: fh.write("x")
except ValueError as e: print(e)
try: open("nodir/x.txt", "w")
except FileNotFoundError as e: print(e)
try: open(path, "rb").write(b"x")
except OSError as e: print(type(e).__name__, e)
print([line.strip() for line in open("log.csv", encoding="utf-8")])
