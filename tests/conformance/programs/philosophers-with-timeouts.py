import threading, time
# Dining philosophers with timeouts
forks = [threading.Lock() for _ in range(3)]
eaten = [0] * 3
def philosopher(i):
    left, right = forks[i], forks[(i + 1) % 3]
    while eaten[i] < 2:
        with left:
            if right.acquire(timeout=0.05 * (i + 1)):
                try:
                    eaten[i] += 1
                finally:
                    right.release()
        time.sleep(0.01 * (i + 1))
ts = [threading.Thread(target=philosopher, args=(i,), name=f"Philosopher-{i}") for i in range(3)]
for t in ts: t.start()
for t in ts: t.join(timeout=5)
print(eaten, any(t.is_alive() for t in ts))
