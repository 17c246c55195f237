import threading, time, os
def writer(path, n):
    with open(path, "a") as f:
        for i in range(3): f.write(f"{n}:{i}\n")
ts = [threading.Thread(target=writer, args=("log.txt", i)) for i in range(2)]
for t in ts: t.start(); t.join()
with open("log.txt") as f:
    for i, line in enumerate(f, 1): print(i, line.rstrip())
print(os.path.getsize("log.txt"), os.stat("log.txt").st_size, os.path.exists("nope"))
try: open("missing.txt")
except FileNotFoundError as e: print(e, e.errno, e.filename)
try: open("missing.txt").read()
except IOError as e: print("io", e.strerror)
os.makedirs("d/e", exist_ok=True); print(os.listdir("d"), os.path.isdir("d/e"))
os.rename("log.txt", "d/log.txt"); print(sorted(os.listdir("d")))
for root, dirs, files in os.walk("d"): print(root, dirs, files)
os.chdir("d"); print(os.path.basename(os.getcwd()), os.listdir("."))
os.remove("log.txt")
