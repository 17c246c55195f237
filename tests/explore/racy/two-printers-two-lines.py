"""Two threads print two lines each."""
import sys
import threading

sys.setswitchinterval(1e-6)


def lines(name):
    print(name, 1)
    print(name, 2)


threading.Thread(target=lines, args=("a",)).start()
threading.Thread(target=lines, args=("b",)).start()
