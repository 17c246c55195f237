import threading, time, random, string
rnd = random.Random(99)
words = ["".join(rnd.choices(string.ascii_lowercase, k=5)) for _ in range(4)]
print(words, rnd.sample(words, 2), rnd.randint(1, 6), rnd.uniform(0, 1), rnd.choice(words))
res = {}
def job(w):
    r = random.Random(w)
    time.sleep(r.random() / 100)
    res[w] = r.randrange(1000)
ts = [threading.Thread(target=job, args=(w,)) for w in words]
[t.start() for t in ts]; [t.join() for t in ts]
print(sorted(res.items()))
random.seed("text"); print(random.random()); random.seed(b"bytes"); print(random.random()); random.seed(3.5); print(random.random())
random.seed(5); print(random.getstate()[0], random.betavariate(1, 2), random.shuffle([1]), random.vonmisesvariate(0, 4) if hasattr(random, "vonmisesvariate") else 0)
