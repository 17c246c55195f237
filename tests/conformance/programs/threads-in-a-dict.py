import threading

squares = {}
workers = {n: threading.Thread(target=lambda n=n: squares.setdefault(n, n * n), name=f"w{n}") for n in (3, 1, 2)}
for name, worker in workers.items():
    worker.start()
for worker in workers.values():
    worker.join()
print(squares)
print([w.name for w in workers.values()], any(w.is_alive() for w in workers.values()))
