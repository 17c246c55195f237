import threading as T, time
def w(daemon):
    T.main_thread().join()
    print("daemon" if daemon else "non-daemon", "sees main_thread().is_alive() =", T.main_thread().is_alive(), "in enumerate:", T.main_thread() in T.enumerate(), T.active_count())
T.Thread(target=w, args=(False,)).start()
time.sleep(1)
print("main end")
