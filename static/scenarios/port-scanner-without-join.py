"""A pool of daemon workers, and nobody waits

The same scanner without `ports.join()`: the main thread looks at the result
after a second and leaves. The workers are cut off in the middle of a probe, and
most of the jobs are still in the queue. The result looks finished and is not.
"""

import queue
import threading
import time

open_ports = {22, 80, 443}
ports = queue.Queue()
found = []


def probe(port):
    time.sleep(0.5)
    return port in open_ports


def worker():
    while True:
        port = ports.get()
        if probe(port):
            found.append(port)
        ports.task_done()


for port in (21, 22, 23, 25, 53, 80, 110, 143, 443, 993):
    ports.put(port)
for number in range(3):
    threading.Thread(target=worker, name=f"scanner-{number}", daemon=True).start()

time.sleep(0.8)
print("open ports:", sorted(found), "- still waiting:", ports.qsize())
