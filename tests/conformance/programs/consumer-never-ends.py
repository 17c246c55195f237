import queue, threading
q = queue.Queue()
def consumer():
    while True:
        item = q.get()
        print("got", item)
        q.task_done()
threading.Thread(target=consumer).start()
for i in range(3): q.put(i)
q.join()
print("all done, but the consumer is no daemon")
