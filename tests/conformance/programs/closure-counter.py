import threading


def make_counter():
    count = 0
    lock = threading.Lock()

    def increment(times):
        nonlocal count
        for _ in range(times):
            with lock:
                count += 1
        return count

    def read():
        return count

    return increment, read


increment, read = make_counter()
threads = [threading.Thread(target=increment, args=(100,)) for _ in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(read())
