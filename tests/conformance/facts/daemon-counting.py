import threading as T, time
n = 0
def dm():
    global n
    while True: n += 1
T.Thread(target=dm, daemon=True).start()
time.sleep(0.05); print("main end; counted", n > 0)
