import threading
import time

rows = []


def measure(name, seconds):
    start = time.monotonic()
    time.sleep(seconds)
    rows.append((name, round(time.monotonic() - start)))


threads = [threading.Thread(target=measure, args=(n, s)) for n, s in [("slow", 3), ("quick", 1), ("middle", 2)]]
begin = time.monotonic()
[t.start() for t in threads]
[t.join() for t in threads]
print(f"{'name':<8}|{'time':>6}")
print("-" * 15)
for name, seconds in sorted(rows, key=lambda row: row[1]):
    print(f"{name:<8}|{seconds:>6.2f}")
print("total", round(time.monotonic() - begin))
