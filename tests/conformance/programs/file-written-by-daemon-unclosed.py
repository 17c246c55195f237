import threading
import time

f = open("log.txt", "w")


def log():
    for n in range(3):
        f.write(f"entry {n}\n")
        if n == 1:
            f.flush()
    time.sleep(5)
    f.close()


threading.Thread(target=log, daemon=True).start()
time.sleep(0.1)
print("main ended")
