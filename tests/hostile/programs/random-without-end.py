import random
while True:
    random.sample(range(10**9), 1_000_000)
