import queue
import threading


def stage(function, inbox, outbox):
    for item in iter(inbox.get, None):
        outbox.put(function(item))
    outbox.put(None)


first, second, third = queue.Queue(), queue.Queue(), queue.Queue()
threading.Thread(target=stage, args=(lambda x: x + 1, first, second)).start()
threading.Thread(target=stage, args=(lambda x: x * 10, second, third)).start()
for number in range(4):
    first.put(number)
first.put(None)
print(list(iter(third.get, None)))
