import threading as T, time, sys, atexit
atexit.register(print, "atexit")
def w(): time.sleep(2); print("worker done, main alive:", T.main_thread().is_alive())
T.Thread(target=w).start()
sys.exit(3)
