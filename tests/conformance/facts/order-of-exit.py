import threading as T, time, atexit
def log(s): print(f"{s:42} main_alive={T.main_thread().is_alive()}", flush=True)
atexit.register(log, "atexit A"); atexit.register(log, "atexit B")
def nd(): time.sleep(2.5); log("non-daemon ends")
def dm():
    i = 0
    while True: time.sleep(1); i += 1; log(f"daemon tick {i}")
T.Thread(target=nd).start(); T.Thread(target=dm, daemon=True).start()
log("main ends")
