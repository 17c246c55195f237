"""A module that the program made lets go of what it holds at exit, even where a daemon stands; here that waits for ever."""

import sys
import threading
import time
import types

lock = threading.Lock()


def keep():
    with lock:
        time.sleep(100)


class Handle:
    def __del__(self, lock=lock, print=print, sys=sys):
        print("end of the handle", sys.is_finalizing(), flush=True)
        lock.acquire()
        print("not reached")


threading.Thread(target=keep, daemon=True).start()
time.sleep(0.1)
module = sys.modules["holder"] = types.ModuleType("holder")
module.handle = Handle()
print("main ends", flush=True)
