import threading as T, time, atexit
def nd(): print("nd start"); time.sleep(5); print("nd done")
def dm():
    T.main_thread().join(); time.sleep(1)
    t = T.Thread(target=nd, daemon=False); t.start(); print("daemon started a non-daemon during atexit; alive", t.is_alive())
T.Thread(target=dm, daemon=True).start()
atexit.register(time.sleep, 3)

# not on: 3.12.0 3.12.1
# Those two refuse to start a thread once the main thread has ended (gh-104690); 3.12.2 went back on that (gh-113964).
