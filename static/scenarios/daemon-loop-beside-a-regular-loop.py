"""A daemon loop beside a regular loop

The counter does five rounds and the main thread joins it; the heartbeat has no
end. Because the heartbeat is a daemon, it does not matter that nobody ever
stops it: once the counter is done, the program is over and the heartbeat with
it. Make the heartbeat regular, and the program never exits.
"""

import threading
import time


def heartbeat():
    while True:
        print("heartbeat")
        time.sleep(0.7)


def counter():
    for number in range(1, 6):
        print("round", number)
        time.sleep(1)


background = threading.Thread(target=heartbeat, daemon=True)
worker = threading.Thread(target=counter)
background.start()
worker.start()
worker.join()
print("main ended")
