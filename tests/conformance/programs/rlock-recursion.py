import threading

lock = threading.RLock()


def factorial(n):
    with lock:
        return 1 if n <= 1 else n * factorial(n - 1)


results = {}


def work(n):
    results[n] = factorial(n)


threads = [threading.Thread(target=work, args=(n,)) for n in (5, 10, 25)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for n in sorted(results):
    print(n, results[n])
