"""A good daemon: the keep-alive ping

Every two seconds the ping tells the server that the connection is still wanted.
When the program ends, the connection goes with it, and it is just right that
the pings end too. Nobody has to remember to stop them.
"""

import threading
import time


def keep_alive():
    while True:
        time.sleep(2)
        print("ping")


threading.Thread(target=keep_alive, name="keep-alive", daemon=True).start()
for request in ("log in", "read mail", "log out"):
    print("request:", request)
    time.sleep(1.5)
print("main ended")
