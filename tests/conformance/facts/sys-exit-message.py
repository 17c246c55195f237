import threading as T, time, sys
def w(): time.sleep(2); print("worker done")
T.Thread(target=w).start()
sys.exit("fatal: message")
