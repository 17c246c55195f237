"""A timer against a sleep."""
import threading
import time

timer = threading.Timer(0.003, print, ["tick"])
timer.start()
time.sleep(0.003)
timer.cancel()
print("cancelled")
