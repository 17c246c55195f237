"""Finding one and stopping

The shape of a password checker: several workers try candidates from a queue,
and the first that succeeds sets an event. From then on the others only empty
the queue: they still call `task_done()` for every candidate, or `join()` on the
queue would wait for ever.
"""

import queue
import threading
import time

candidates = queue.Queue()
found = threading.Event()
result = []


def matches(candidate):
    time.sleep(0.3)
    return candidate == "sesame"


def check():
    while True:
        candidate = candidates.get()
        if not found.is_set() and matches(candidate):
            result.append(candidate)
            found.set()
        candidates.task_done()


for word in ("admin", "letmein", "dragon", "secret", "sesame", "monkey", "qwerty", "shadow", "master", "hello"):
    candidates.put(word)
for number in range(2):
    threading.Thread(target=check, name=f"checker-{number}", daemon=True).start()

candidates.join()
print("found:", result[0] if result else "nothing")
print("main ended")
