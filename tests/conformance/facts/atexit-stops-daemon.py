import threading as T, time, atexit
stop = T.Event()
def dm():
    while not stop.wait(1): print("tick")
    print("daemon cleaned up")
t = T.Thread(target=dm, daemon=True); t.start()
@atexit.register
def finish(): stop.set(); t.join(); print("joined in atexit")
time.sleep(2.5); print("main end")
