import threading
def tick():
    threading.Timer(0.001, tick).start()
    threading.Timer(0.001, tick).start()
tick()
