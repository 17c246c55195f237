# answer: the limit of 100,000 events was reached
import time
n = 0
while True:
    time.sleep(0.000001)
    n += 1
