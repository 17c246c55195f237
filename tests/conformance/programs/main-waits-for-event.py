import threading

print("waiting")
threading.Event().wait()
print("never")
