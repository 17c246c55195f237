import threading
import time

a, b = threading.Lock(), threading.Lock()


def one():
    with a:
        time.sleep(0.3)
        with b:
            print("never")


def two():
    with b:
        time.sleep(0.3)
        with a:
            print("never")


for f in (one, two):
    threading.Thread(target=f, daemon=True).start()
time.sleep(1)
print("main ended")
