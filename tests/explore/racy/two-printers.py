"""Two threads print a line each."""
import threading

threading.Thread(target=print, args=("a",)).start()
threading.Thread(target=print, args=("b",)).start()
