import threading as T, time
def body():
    for i in range(100): print("tick", i); time.sleep(1)
T.Thread(target=body, daemon=True).start()
time.sleep(2.5)
