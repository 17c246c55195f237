import random

random.seed(11)


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__ + ":", error)


tell(lambda: random.choices([], k=1))
print(random.random())
tell(lambda: random.choices([], k=0))
print(random.random())
tell(lambda: random.choice([]))
print(random.random())
tell(lambda: random.randint(1.5, 2))
tell(lambda: random.randint(1, 2.5))
tell(lambda: random.randint(1, 6.0))
tell(lambda: random.randrange(10.0))
tell(lambda: random.randrange(0, 10, 2.0))
print(random.random())
tell(lambda: random.sample({5}, 1))
tell(lambda: random.sample(frozenset([6]), 1))
tell(lambda: random.sample({1: 2}, 1))
print(random.random())
print(hasattr(random, "randbytes"))
