"""Order of appends."""
import threading
import time

results = []


def compute(number):
    time.sleep(0.001)
    results.append(number * number)


threads = [threading.Thread(target=compute, args=(number,)) for number in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
