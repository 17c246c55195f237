import queue
import threading
import time

tasks = queue.Queue()
done = []


def worker():
    while True:
        try:
            task = tasks.get(timeout=1)
        except queue.Empty:
            print("idle, leaving")
            break
        done.append(task.upper())
        tasks.task_done()


t = threading.Thread(target=worker)
t.start()
for word in "one two three".split():
    tasks.put(word)
    time.sleep(0.2)
tasks.join()
print(done)
