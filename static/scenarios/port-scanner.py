"""A pool of daemon workers on a queue

The shape of a port scanner: jobs lie in a queue, and a few daemons take them
out in an endless loop. Not the workers decide when the program ends but the
queue: its `join()` returns when `task_done()` has been called for every job.
Then the workers, idle in `get()`, are cut off and nothing is lost.

At 0 s: ten jobs lie in the queue, three daemons take one each. The main thread
waits in `ports.join()` for ten times `task_done()`.

At 1.5 s: nine jobs are done; one scanner has the last, and the two others wait
in `get()` for a job that will never come.

At 2 s: the tenth `task_done()`: the `join()` returns, the main thread prints
and ends, and the idle scanners are cut off. That costs nothing.
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

ports.join()
print("open ports:", sorted(found))
