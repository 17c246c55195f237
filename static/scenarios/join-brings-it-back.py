"""Join brings it back

A daemon is cut off only if it is still running when the interpreter exits.
Here the main thread waits for it with `join()`, so it runs to its end, and its
`finally` block runs too. A daemon that is joined is as safe as a regular
thread; what is missing without the `join()` is only somebody who waits.
"""

import threading
import time


def function():
    try:
        print("function started")
        time.sleep(10)
        print("function ended")
    finally:
        print("function cleaned up")


thread = threading.Thread(target=function, daemon=True)
thread.start()
thread.join()
print("main ended")
