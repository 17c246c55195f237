"""Join brings it back

A daemon is cut off only if it is still running when the interpreter exits.
Here the main thread waits for it with `join()`, so it runs to its end, and its
`finally` block runs too. A daemon that is joined is as safe as a regular
thread; what is missing without the `join()` is only somebody who waits.

At 0 s: the daemon starts, and the main thread goes into `join()`: it is tied
to the daemon until that has ended.

At 10 s: the daemon wakes, prints its last line and leaves the `try`; its
`finally` runs like any other. Only now is the main thread let go. Take the
join out, and the whole program is over in an instant.
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
