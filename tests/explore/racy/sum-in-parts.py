"""Parts of a sum, added with a lock, printed by the last."""
import threading

lock = threading.Lock()
total, left = 0, 2


def add(numbers, name):
    global total, left
    part = sum(numbers)
    with lock:
        total += part
        left -= 1
        if left == 0:
            print(name, total)


threading.Thread(target=add, args=(range(5), "low")).start()
threading.Thread(target=add, args=(range(5, 10), "high")).start()
