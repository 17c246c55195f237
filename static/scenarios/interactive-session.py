"""In an interactive session

With `python -i`, in an IDE or in a notebook the main thread does not end with
the script: it goes on waiting for input. So the daemon goes on too, long after
"end of the script", until the session is closed, here after five seconds. This
is why a daemon that works in the IDE may do nothing at the command line.
"""

import threading
import time


def tick():
    number = 0
    while True:
        time.sleep(0.9)
        number += 1
        print("tick", number)


threading.Thread(target=tick, daemon=True).start()
print("end of the script")

# settings: interactive=5
