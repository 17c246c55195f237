"""The module random with a seed: the same numbers as in CPython."""

import random


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__)


random.seed(42)
show(lambda: [random.random() for _ in range(3)])
show(lambda: [random.randint(1, 6) for _ in range(10)])
show(lambda: [random.randrange(0, 100, 5) for _ in range(5)])
show(lambda: random.choice(["red", "green", "blue"]))
show(lambda: random.choice("abc"))
show(lambda: [random.uniform(0.5, 1.5) for _ in range(2)])
show(lambda: random.choices([1, 2, 3], k=5))
show(lambda: random.choices(["a", "b"], weights=[9, 1], k=6))
show(lambda: random.choices(["a", "b"], cum_weights=[1, 10], k=6))
show(lambda: random.sample(range(100), 5))
show(lambda: random.sample([1, 2, 3], 3))


def shuffled():
    cards = list(range(10))
    random.shuffle(cards)
    return cards


show(shuffled)
show(lambda: random.getrandbits(70))
show(lambda: random.gauss(0, 1))
show(lambda: random.expovariate(0.5))
show(lambda: random.triangular(0, 10, 5))
show(lambda: random.normalvariate(10, 2))
random.seed("text")
show(lambda: random.random())
random.seed(b"bytes")
show(lambda: random.random())
random.seed(1.5)
show(lambda: random.random())
mine = random.Random(7)
other = random.Random(7)
show(lambda: [mine.random() == other.random() for _ in range(3)])
state = mine.getstate()
first = mine.random()
mine.setstate(state)
show(lambda: mine.random() == first)
show(lambda: random.choice([]))
show(lambda: random.randint(5, 1))
show(lambda: random.sample([1, 2], 5))
show(lambda: random.choices([1, 2], weights=[1]))
show(lambda: 0 <= random.Random().random() < 1)
