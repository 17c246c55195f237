"""Polled after a sleep about as long as the thread's."""
import threading
import time

thread = threading.Thread(target=time.sleep, args=(0.004,))
thread.start()
time.sleep(0.004)
print("alive" if thread.is_alive() else "gone")
