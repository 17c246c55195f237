import threading as T, time, atexit
lock = T.Lock()
def body():
    with lock:
        print("daemon holds lock")
        time.sleep(100)
def cb():
    print("atexit wants lock, got:", lock.acquire(timeout=5))
atexit.register(cb)
T.Thread(target=body, daemon=True).start()
time.sleep(1); print("main end")
