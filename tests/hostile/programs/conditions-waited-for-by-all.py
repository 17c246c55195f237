# answer: the limit of 100,000 events was reached
import threading
condition = threading.Condition()
def wait():
    with condition:
        while True:
            condition.wait(0.001)
for _ in range(1500):
    threading.Thread(target=wait, daemon=True).start()
while True:
    with condition:
        condition.notify_all()
