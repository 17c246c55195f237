"""How many are there?"""
import threading

thread = threading.Thread(target=lambda: None)
thread.start()
print(threading.active_count())
