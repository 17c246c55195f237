import atexit, threading, sys, time
def report(): print("exit report", threading.active_count())
atexit.register(report)
@atexit.register
def second(): raise ValueError("in atexit")
def w(): time.sleep(0.2); print("w"); sys.exit(9)
threading.Thread(target=w).start()
print("main")
1 / 0
