import random, threading, time
random.seed(42)
nums = [random.randint(1, 100) for _ in range(5)]
print(nums, random.choice("abc"), random.sample(range(10), 3), round(random.random(), 6), round(random.uniform(1, 2), 6))
random.shuffle(nums); print(nums)
r = random.Random(7); print(r.random(), r.gauss(0, 1), r.choices([1, 2, 3], k=4), r.randrange(0, 100, 5), r.getrandbits(16), r.expovariate(1.5), r.triangular(0, 1), r.betavariate(1, 2))
