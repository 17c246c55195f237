"""Did it even start?

Without the GIL the main thread and the daemon run side by side, and the main
thread ends in the same instant in which the daemon begins. Whether the daemon
gets as far as its first line is a race: some runs show "function started",
others do not. With the GIL the line is normally there, because the new thread
has the interpreter first.
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

# settings: runtime=free-threaded
