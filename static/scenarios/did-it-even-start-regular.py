"""Did it even start? Surely, when it is regular

The race of the daemon, but with a regular thread. The two first lines may come
in either order, because without the GIL both threads run side by side. But both
are there in every run, and "function ended" too: the interpreter waits for a
regular thread, however late it came up.
"""

import threading
import time


def function():
    print("function started")
    time.sleep(10)
    print("function ended")


thread = threading.Thread(target=function)
thread.start()
print("main ended")

# settings: runtime=free-threaded
