import threading
import time

balance = 100


def withdraw(amount):
    global balance
    seen = balance
    time.sleep(1)
    balance = seen - amount


threads = [threading.Thread(target=withdraw, args=(n,)) for n in (10, 20)]
threads[0].start()
time.sleep(0.5)
threads[1].start()
for t in threads:
    t.join()
print(balance)
