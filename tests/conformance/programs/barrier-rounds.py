import threading
import time

barrier = threading.Barrier(3)
log = []


def runner(name, pace):
    for lap in range(2):
        time.sleep(pace)
        log.append((lap, name))
        barrier.wait()


threads = [threading.Thread(target=runner, args=(n, p)) for n, p in (("hare", 0.1), ("fox", 0.2), ("tortoise", 0.3))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)
print(barrier.parties, barrier.n_waiting, barrier.broken)
