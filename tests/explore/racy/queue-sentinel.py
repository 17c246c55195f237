"""Producer and consumer with an end mark: what is printed is fixed, its order with the producer's is not."""
import threading
from queue import Queue

pipe = Queue(maxsize=1)


def produce():
    for number in range(2):
        pipe.put(number)
    pipe.put(None)
    print("produced")


def consume():
    while True:
        item = pipe.get()
        if item is None:
            break
        print("got", item)


threading.Thread(target=produce).start()
consume()
