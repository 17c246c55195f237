"""A reader sees a pair half written."""
import threading
import time

pair = [0, 0]


def write():
    pair[0] = 1
    time.sleep(0.001)
    pair[1] = 1


def read():
    time.sleep(0.001)
    print(pair)


threading.Thread(target=write).start()
threading.Thread(target=read).start()
