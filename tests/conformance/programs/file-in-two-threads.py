import threading

lock = threading.Lock()


def append(name, count):
    for i in range(count):
        with lock:
            with open("shared.log", "a") as f:
                f.write(f"{name}{i}\n")


threads = [threading.Thread(target=append, args=(n, 3)) for n in "xy"]
for t in threads:
    t.start()
for t in threads:
    t.join()
with open("shared.log") as f:
    lines = f.read().split()
print(len(lines), sorted(lines))
