"""The flag comes too late

Once a thread has been started, its daemon flag is fixed: setting it raises
`RuntimeError: cannot set daemon status of active thread`. Here the error is
caught and shown. The thread stays regular, so the program is kept alive until
it is done.
"""

import threading
import time


def job():
    print("job started")
    time.sleep(2)
    print("job done")


thread = threading.Thread(target=job)
thread.start()
try:
    thread.daemon = True
except RuntimeError as error:
    print("RuntimeError:", error)
print("daemon:", thread.daemon)
print("main ended")
