"""Is it alive right after its start?"""
import threading

thread = threading.Thread(target=lambda: None)
thread.start()
print(thread.is_alive())
thread.join()
print(thread.is_alive())
