import threading
import time


def tick():
    n = 0
    while True:
        n += 1
        print("tick", n)
        time.sleep(1)


def work():
    time.sleep(2.5)
    print("work done")


threading.Thread(target=tick, daemon=True).start()
threading.Thread(target=work).start()
print("main ended")
