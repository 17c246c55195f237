"""A daemon may or may not come to print before the end."""
import threading

threading.Thread(target=lambda: print("daemon"), daemon=True).start()
print("main")
