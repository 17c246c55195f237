# answer: Exits at
import atexit, threading
def again():
    threading.Thread(target=again).start()
atexit.register(again)
