import threading
import time


def write():
    with open("out.txt", "w") as f:
        f.write("started\n")
        time.sleep(10)
        f.write("done\n")


threading.Thread(target=write, daemon=True).start()
time.sleep(1)
print("about to fail")
{}["key"]
