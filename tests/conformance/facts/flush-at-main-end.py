import threading as T, time
def w(): time.sleep(4); print("worker line"); time.sleep(4); print("worker end")
T.Thread(target=w).start()
print("main end")
