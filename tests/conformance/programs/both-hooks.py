import threading
import sys
def excepthook(t, v, tb): print("main hook", t.__name__, v)
sys.excepthook = excepthook
def f(): raise RuntimeError("thread")
t = threading.Thread(target=f); t.start(); t.join()
raise KeyError("main")
