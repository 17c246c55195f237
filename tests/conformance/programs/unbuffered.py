import threading
import time


def work():
    time.sleep(1)
    print("work done")
    time.sleep(5)
    print("never")


threading.Thread(target=work, daemon=True).start()
time.sleep(2)
print("main ended")

# settings: stdout=unbuffered
