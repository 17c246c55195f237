"""One of two fails; the other may print before or after."""
import sys
import threading

threading.excepthook = lambda args: print("failed:", args.exc_value)


def fail():
    raise ValueError("no")


threading.Thread(target=fail).start()
print("main")
