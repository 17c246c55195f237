import threading as T, time, atexit
def slow():
    print("atexit start"); time.sleep(3.5); print("atexit end")
atexit.register(slow)
def dm():
    i = 0
    try:
        while True: time.sleep(1); i += 1; print("daemon tick", i)
    finally: print("FINALLY")
T.Thread(target=dm, daemon=True).start()
print("main ends")
