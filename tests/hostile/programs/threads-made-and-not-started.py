# answer: the limit of 2,000 threads was reached
import threading
kept = []
while True:
    kept.append(threading.Thread(target=print))
