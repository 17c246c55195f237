# answer: the limit of 4,000,000 characters or items in one object was reached
import random
while True:
    random.sample(range(10**9), 1_000_000)
