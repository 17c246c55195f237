"""The finally that never runs

Everybody learns that a `finally` block always runs. Not in a daemon: when the
interpreter exits, the thread is frozen in its sleep and nothing of it runs any
more, neither `except` nor `finally`. Whatever the block was to close, give back
or announce stays as it is.
"""

import threading
import time


def heartbeat():
    try:
        while True:
            print("heartbeat")
            time.sleep(1)
    except Exception as error:
        print("heartbeat failed:", error)
    finally:
        print("connection closed")


thread = threading.Thread(target=heartbeat, daemon=True)
thread.start()
time.sleep(2.5)
print("main ended")
