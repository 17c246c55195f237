import threading
cond = threading.Condition()
cond.wait()
