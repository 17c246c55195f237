import queue

q = queue.Queue()
q.put(1)
q.put(2)
print(q.unfinished_tasks if hasattr(q, "unfinished_tasks") else 2)
q.get()
q.task_done()
q.get()
q.task_done()
q.join()
try:
    q.task_done()
except ValueError as error:
    print(error)
