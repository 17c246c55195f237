# answer: the limit of 100,000,000 operations was reached
import threading
def work():
    n = 0
    while True:
        n += 1
for _ in range(1000):
    threading.Thread(target=work).start()
