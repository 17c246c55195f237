"""A get whose time runs out about when the item comes."""
import queue
import threading
import time

items = queue.Queue()


def produce():
    time.sleep(0.003)
    items.put("item")


threading.Thread(target=produce).start()
try:
    print(items.get(timeout=0.003))
except queue.Empty:
    print("empty")
