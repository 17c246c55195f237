import threading as T, time
def w():
    time.sleep(1); raise ValueError("in daemon while main waits")
T.Thread(target=w, daemon=True).start()
T.Thread(target=time.sleep, args=(3,)).start()
print("main end")
