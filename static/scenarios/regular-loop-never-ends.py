"""A regular loop keeps the program alive for ever

The main thread ends after three seconds, but the loop goes on: the interpreter
waits for a regular thread, and this one has no end. The program must be killed
from outside. This is the usual reason why a script "hangs" after its last line.
"""

import threading
import time


def loop():
    while True:
        print("still here")
        time.sleep(1)


thread = threading.Thread(target=loop)
thread.start()
time.sleep(3)
print("main ended")
