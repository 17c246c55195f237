import threading as T, time, atexit
def late(): print("late start"); time.sleep(2); print("late done")
def cb():
    t = T.Thread(target=late); print("daemon flag:", t.daemon)
    t.start(); print("started in atexit")
atexit.register(cb)
print("main end")

# not on: 3.12.0 3.12.1
# Those two refuse to start a thread once the main thread has ended (gh-104690); 3.12.2 went back on that (gh-113964).
