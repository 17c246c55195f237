"""An upload stopped at 40 %

The upload needs ten seconds, the main thread has only four and a half. Since
the upload runs in a daemon, nobody is told that it did not get through: there
is no exception, no message, and the exit status is 0. Only the last line that
it printed shows how far it came.
"""

import threading
import time


def upload():
    for percent in range(10, 101, 10):
        time.sleep(1)
        print(f"uploaded {percent} %")
    print("upload complete")


thread = threading.Thread(target=upload, name="upload", daemon=True)
thread.start()
time.sleep(4.5)
print("main ended")
