import threading
import time

threads = []


def wait_for(index):
    time.sleep(0.5)
    threads[index].join()
    print("never")


threads.append(threading.Thread(target=wait_for, args=(1,)))
threads.append(threading.Thread(target=wait_for, args=(0,)))
for t in threads:
    t.start()
print("main ended")
