"""Who is there, by name?"""
import threading
import time


def work():
    time.sleep(0.001)


threads = [threading.Thread(target=work, name=name) for name in ("one", "two")]
for thread in threads:
    thread.start()
time.sleep(0.001)
print(sorted(thread.name for thread in threading.enumerate()))
