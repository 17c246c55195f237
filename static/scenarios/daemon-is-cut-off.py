"""A daemon is cut off

The same program with one word more: `daemon=True`. The interpreter does not
wait for daemons, so the program is over as soon as the main thread is, and
"function ended" is never printed. No exception is raised in the thread; it is
simply frozen where it stands, in the middle of its sleep.
"""

import threading
import time


def function():
    print("function started")
    time.sleep(10)
    print("function ended")


thread = threading.Thread(target=function, daemon=True)
thread.start()
print("main ended")
