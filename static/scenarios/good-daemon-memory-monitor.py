"""A good daemon: the memory monitor

A monitor only looks and reports. It needs no end of its own, and cutting it off
loses nothing that anybody would miss: the next report would have been about a
program that is gone. Such helpers are what daemons are for.
"""

import threading
import time

blocks = []


def monitor_memory():
    while True:
        print(f"monitor: {len(blocks)} blocks in use")
        time.sleep(1)


threading.Thread(target=monitor_memory, name="monitor", daemon=True).start()
for step in range(1, 6):
    time.sleep(0.55)
    blocks.append("x" * 1000)
    print("main: step", step)
print("main ended")
