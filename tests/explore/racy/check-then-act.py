"""Two threads find the key missing."""
import sys
import threading

sys.setswitchinterval(1e-6)
cache = {}
made = []


def make():
    made.append(1)
    return "value"


def get():
    if "key" not in cache:
        cache["key"] = make()
    return cache["key"]


threads = [threading.Thread(target=get) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("made", len(made))
