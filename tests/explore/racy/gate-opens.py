import threading
lock = threading.Lock()
lock.acquire()
def w():
    with lock:
        print("w in")
t = threading.Thread(target=w); t.start()
print("before")
lock.release()
print("after")
t.join()
