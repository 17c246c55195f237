"""print() with several values, a separator and an end."""
import sys
import threading

sys.setswitchinterval(1e-6)


def say(*parts):
    print(*parts, sep="-", end=";\n")


threading.Thread(target=say, args=(1, 2)).start()
say("a", "b")
