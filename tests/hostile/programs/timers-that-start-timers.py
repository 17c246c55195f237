# answer: the limit of 2,000 threads was reached
import threading
def tick():
    threading.Timer(0.001, tick).start()
    threading.Timer(0.001, tick).start()
tick()
