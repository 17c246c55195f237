"""The same loop as a daemon

Now the program is over at three seconds, when the main thread ends, and the
endless loop is cut off in its sleep. Count the lines: at the third second the
main thread and the loop wake up together, and it is a race which of them goes
first. Usually the loop has printed three times, sometimes four.
"""

import threading
import time


def loop():
    while True:
        print("still here")
        time.sleep(1)


thread = threading.Thread(target=loop, daemon=True)
thread.start()
time.sleep(3)
print("main ended")
