import time, threading, random
random.seed(7)
def simulate(name, n, results, lock):
    inside = 0
    rng = random.Random(name)
    for _ in range(n):
        x, y = rng.random(), rng.random()
        if x * x + y * y <= 1: inside += 1
    with lock: results[name] = inside
res, lock = {}, threading.Lock()
ts = [threading.Thread(target=simulate, args=(f"w{i}", 500, res, lock)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(res, 4 * sum(res.values()) / 1500)
print(random.randint(1, 10), random.choice("xyz"), random.sample(range(100), 5), random.choices("ab", weights=[1, 3], k=6), random.gauss(0, 1), random.getrandbits(8))
l = list(range(6)); random.shuffle(l); print(l, random.randrange(0, 10, 3), round(random.triangular(1, 5, 2), 3), random.random())
