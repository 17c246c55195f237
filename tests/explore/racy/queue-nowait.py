"""get_nowait right after the start."""
import queue
import threading

box = queue.SimpleQueue()
threading.Thread(target=box.put, args=("letter",)).start()
try:
    print(box.get_nowait())
except queue.Empty:
    print("nothing yet")
