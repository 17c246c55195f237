"""Two of three at a time."""
import threading
import time

seats = threading.Semaphore(2)


def sit(name):
    with seats:
        print(name, "sits")
        time.sleep(0.002)
    print(name, "leaves")


for name in "uv":
    threading.Thread(target=sit, args=(name,)).start()
sit("w")
