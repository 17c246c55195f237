# answer: the limit of 2,000 threads was reached
import threading
def bomb():
    threading.Thread(target=bomb).start()
    threading.Thread(target=bomb).start()
bomb()
