# answer: the limit of 2,000 threads was reached
import sys, threading
def hook(*args):
    threading.Thread(target=fail).start()
    raise ValueError
def fail():
    raise KeyError
sys.excepthook = hook
threading.excepthook = hook
fail()
