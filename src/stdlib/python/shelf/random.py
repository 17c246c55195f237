"""`random`: CPython's numbers for CPython's seeds. Without a seed the numbers are the same in every run."""

import _lifecycle
import _machine
import _random


def _whole(number, name, warns):
    # Before 3.12 a float would do that is a whole number, since 3.10 with a warning to who called it.
    if not isinstance(number, float):
        return number
    warns = warns and _machine.minor > 9
    if number != int(number):
        if warns:
            _lifecycle.warn_of_deprecation("randrange() will raise TypeError in the future")
        raise ValueError("non-integer " + name + " for randrange()")
    if warns:
        _lifecycle.warn_of_deprecation("non-integer arguments to randrange() have been deprecated since Python 3.10 "
                                       "and will be removed in a subsequent version")
    return int(number)


class Random:
    VERSION = 3

    def __init__(self, x=None):
        self.__generator = _random.generator()
        self.seed(x)

    def seed(self, a=None, version=2):
        _random.seed(self.__generator, a)

    def getstate(self):
        return (self.VERSION, _random.copy(self.__generator))

    def setstate(self, state):
        self.__generator = _random.copy(state[1])

    def random(self):
        return _random.random(self.__generator)

    def getrandbits(self, k):
        return _random.getrandbits(self.__generator, k)

    def randbytes(self, n):
        return _random.randbytes(self.__generator, n)

    def randrange(self, start, stop=None, step=1):
        if _machine.minor < 12:
            start, stop, step = _whole(start, "arg 1", True), stop and _whole(stop, "stop", True), _whole(step, "step", True)
        return _random.randrange(self.__generator, start, stop, step)

    def randint(self, a, b):
        if _machine.minor < 12:
            a, b = _whole(a, "arg 1", False), _whole(b, "stop", False)
        return _random.randrange(self.__generator, a, b + 1, 1)

    def choice(self, seq):
        return seq[_random.choice(self.__generator, len(seq))]

    def shuffle(self, x):
        items = list(x)
        at = 0
        for position in _random.shuffled(self.__generator, len(items)):
            x[at] = items[position]
            at += 1

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset)) and _machine.minor < 11:
            if _machine.minor > 8:
                _lifecycle.warn_of_deprecation("Sampling from a set deprecated\n"
                                               "since Python 3.9 and will be removed in a subsequent version.")
            population = tuple(population)
        if isinstance(population, (set, frozenset, dict)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d)." if _machine.minor > 8
                            else "Population must be a sequence or set.  For dicts, use list(d).")
        if counts is not None:
            population = [item for item, count in zip(population, counts) for _ in range(count)]
        return [population[at] for at in _random.sample(self.__generator, len(population), k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        if cum_weights is None:
            if weights is None:
                if not population and k > 0:
                    self.random()
                return [population[at] for at in _random.choices(self.__generator, len(population), k)]
            if isinstance(weights, int):
                raise TypeError("The number of choices must be a keyword argument: k=" + repr(weights))
            cum_weights = []
            total = 0
            for weight in weights:
                total = total + weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != len(population):
            raise ValueError("The number of weights does not match the population")
        return [population[at] for at in _random.weighted_choices(self.__generator, list(cum_weights), k)]

    def uniform(self, a, b):
        return _random.distribution(self.__generator, "uniform", a, b)

    def triangular(self, low=0.0, high=1.0, mode=None):
        return _random.distribution(self.__generator, "triangular", low, high, mode)

    def gauss(self, mu=0.0, sigma=1.0):
        return _random.distribution(self.__generator, "gauss", mu, sigma)

    def normalvariate(self, mu=0.0, sigma=1.0):
        return _random.distribution(self.__generator, "normalvariate", mu, sigma)

    def lognormvariate(self, mu, sigma):
        return _random.distribution(self.__generator, "lognormvariate", mu, sigma)

    def expovariate(self, lambd=1.0):
        return _random.distribution(self.__generator, "expovariate", lambd)

    def gammavariate(self, alpha, beta):
        return _random.distribution(self.__generator, "gammavariate", alpha, beta)

    def betavariate(self, alpha, beta):
        return _random.distribution(self.__generator, "betavariate", alpha, beta)

    def vonmisesvariate(self, mu, kappa):
        math = _machine.module_named("math")
        if kappa <= 1e-6:
            return 2.0 * math.pi * self.random()
        half = 0.5 / kappa
        r = half + math.sqrt(1.0 + half * half)
        while True:
            z = math.cos(math.pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * math.exp(d):
                break
        q = 1.0 / r
        angle = math.acos((q + z) / (1.0 + q * z))
        return (mu + angle if self.random() > 0.5 else mu - angle) % (2.0 * math.pi)

    if _machine.minor >= 12:
        def binomialvariate(self, n=1, p=0.5):
            if n < 0:
                raise ValueError("n must be non-negative")
            if not 0.0 < p < 1.0:
                if p in (0.0, 1.0):
                    return int(p) * n
                raise ValueError("p must be in the range 0.0 <= p <= 1.0")
            if n == 1:
                return int(self.random() < p)
            if p > 0.5:
                return n - self.binomialvariate(n, 1.0 - p)
            if n * p >= 10.0:
                _machine.not_supported("not supported here: random.binomialvariate() with a mean of 10 or more; add up choices")
            log2 = _machine.module_named("math").log2
            found = position = 0
            scale = log2(1.0 - p)
            if not scale:
                return found
            while True:
                position += int(log2(self.random()) / scale // 1) + 1
                if position > n:
                    return found
                found += 1

    def paretovariate(self, alpha):
        return _random.distribution(self.__generator, "paretovariate", alpha)

    def weibullvariate(self, alpha, beta):
        return _random.distribution(self.__generator, "weibullvariate", alpha, beta)


class SystemRandom(Random):
    def seed(self, *args, **kwds):
        return None


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
if _machine.minor >= 12:
    binomialvariate = _inst.binomialvariate
vonmisesvariate = _inst.vonmisesvariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
if _machine.minor > 8:
    randbytes = _inst.randbytes
else:
    del Random.randbytes
