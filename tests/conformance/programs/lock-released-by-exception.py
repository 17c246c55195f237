import threading

lock = threading.Lock()


def fail():
    try:
        with lock:
            raise RuntimeError("inside")
    except RuntimeError as error:
        print("caught", error, "locked:", lock.locked())


t = threading.Thread(target=fail)
t.start()
t.join()
print(lock.acquire(False))
