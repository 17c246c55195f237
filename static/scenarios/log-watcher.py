"""A log watcher

The main thread writes a log, a daemon reads it as it grows and reports every
error. It polls twice a second, so it sees a line a little after it was written.
The last error is written just before the main thread ends: it is in the log,
but the watcher is cut off before it has looked again.
"""

import threading
import time

log = []


def watch():
    seen = 0
    while True:
        for line in log[seen:]:
            if line.startswith("ERROR"):
                print("watcher:", line)
            seen += 1
        time.sleep(0.5)


threading.Thread(target=watch, name="watcher", daemon=True).start()
for line in ("INFO start", "ERROR disk full", "INFO retry", "ERROR no route"):
    time.sleep(0.7)
    log.append(line)
    print("main:", line)
print("main ended")
