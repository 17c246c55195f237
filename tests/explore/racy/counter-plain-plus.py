"""`count += 1` without a call: since 3.10 nobody can come between."""
import sys
import threading

sys.setswitchinterval(1e-6)
count = 0


def add():
    global count
    count += 1
    count += 1


first = threading.Thread(target=add)
second = threading.Thread(target=add)
first.start()
second.start()
first.join()
second.join()
print(count)
