import threading as T, time
def second(): time.sleep(2); print("second done")
def first():
    T.main_thread().join(); print("main has ended")
    T.Thread(target=second).start(); print("first done")
T.Thread(target=first).start()
print("main end")

# not on: 3.12.0 3.12.1
# Those two refuse to start a thread once the main thread has ended (gh-104690); 3.12.2 went back on that (gh-113964).
