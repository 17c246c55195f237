import logging, logging.handlers, queue, sys
import threading

q = queue.Queue(-1)
qh = logging.handlers.QueueHandler(q)
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter('%(threadName)s: %(message)s'))
listener = logging.handlers.QueueListener(q, handler)
root = logging.getLogger()
root.addHandler(qh)
root.setLevel(logging.INFO)
listener.start()
def work(n):
    logging.info("job %d", n)
ts = [threading.Thread(target=work, args=(i,), name=f"w{i}") for i in range(3)]
for t in ts:
    t.start()
    t.join()
root.warning('Look out!')
listener.stop()
print("done")
