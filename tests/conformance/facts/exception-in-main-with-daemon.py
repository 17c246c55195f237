import threading as T, time, atexit
atexit.register(print, "atexit")
def w():
    while True: time.sleep(1); print("tick")
T.Thread(target=w, daemon=True).start()
time.sleep(2.5)
raise ValueError("boom")
