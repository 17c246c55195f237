import threading as T, time, atexit
atexit.register(print, "atexit")
def w():
    for i in range(3): time.sleep(1); print("tick", i)
T.Thread(target=w).start()
raise ValueError("boom")
