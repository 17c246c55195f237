import concurrent.futures
import time

def task(name, delay):
    time.sleep(delay)
    return f"Task {name} completed in {delay}s"

with concurrent.futures.ThreadPoolExecutor(max_workers=3) as executor:
    futures = {executor.submit(task, chr(65 + i), d): d for i, d in enumerate([1.5, 0.5, 1.0])}
    for future in concurrent.futures.as_completed(futures):
        print(future.result())
    results = executor.map(task, "XYZ", [0.02] * 3)
    for r in results:
        print(r)
try:
    with concurrent.futures.ThreadPoolExecutor() as ex:
        list(ex.map(lambda x: 10 / x, [1, 2, 0, 4]))
except ZeroDivisionError as exc:
    print("caught", exc)
def callback(f):
    print("callback got", f.result(), f.done())
import threading
with concurrent.futures.ThreadPoolExecutor(1) as ex:
    f = ex.submit(time.sleep, 0.05)
    f.add_done_callback(callback)
f.add_done_callback(callback)
