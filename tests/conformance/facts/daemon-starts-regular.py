import threading as T, time
def nd(): time.sleep(2.5); print("non-daemon grandchild done")
def dm():
    T.Thread(target=nd, daemon=False).start(); print("daemon spawned non-daemon")
    while True: time.sleep(1); print("daemon tick")
T.Thread(target=dm, daemon=True).start()
time.sleep(0.2); print("main end")
