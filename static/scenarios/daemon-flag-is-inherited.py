"""The flag is inherited

When nothing is said about the flag, a new thread takes it from the thread that
makes it. The main thread is regular, so its children are; a daemon's children
are daemons, even though nobody wrote `daemon=True` beside them. The child here
wants three seconds and is cut off together with its parent.
"""

import threading
import time


def child():
    print("child is a daemon:", threading.current_thread().daemon)
    time.sleep(3)
    print("child done")


def parent():
    print("parent is a daemon:", threading.current_thread().daemon)
    threading.Thread(target=child, name="child").start()
    time.sleep(3)
    print("parent done")


def sibling():
    print("sibling is a daemon:", threading.current_thread().daemon)
    time.sleep(1)
    print("sibling done")


threading.Thread(target=parent, name="parent", daemon=True).start()
time.sleep(0.5)
threading.Thread(target=sibling, name="sibling").start()
print("main ended")
