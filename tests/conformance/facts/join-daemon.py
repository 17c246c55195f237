import threading as T, time
def dm():
    try: time.sleep(2)
    finally: print("finally runs: daemon was joined")
t = T.Thread(target=dm, daemon=True); t.start(); t.join()
print("main end")
