"""Who writes last?"""
import threading
import time

data = {}


def write(name):
    time.sleep(0.001)
    data["name"] = name


threads = [threading.Thread(target=write, args=(name,)) for name in ("ann", "bob")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(data["name"])
