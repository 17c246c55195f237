import threading


def numbers():
    for n in range(6):
        yield n


source = numbers()
lock = threading.Lock()
taken = {"a": [], "b": []}


def take(name):
    while True:
        with lock:
            try:
                taken[name].append(next(source))
            except StopIteration:
                return


threads = [threading.Thread(target=take, args=(n,)) for n in taken]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(taken["a"] + taken["b"]))
