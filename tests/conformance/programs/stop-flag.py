import threading
import time

running = True


def loop():
    rounds = 0
    while running:
        rounds += 1
        time.sleep(0.5)
    print("stopped after", 3 <= rounds <= 4)


t = threading.Thread(target=loop)
t.start()
time.sleep(1.75)
running = False
t.join()
print("main ended")
