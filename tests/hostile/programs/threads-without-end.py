# answer: the limit of 2,000 threads was reached
import threading
while True:
    threading.Thread(target=print).start()
