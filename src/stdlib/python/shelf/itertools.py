"""The module `itertools`."""

import _machine

_nothing = object()


class count:
    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        text = "count(" + repr(self._next)
        return text + (")" if self._step == 1 and isinstance(self._step, int) else ", " + repr(self._step) + ")")


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._times = times if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times == 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __repr__(self):
        return "repeat(" + repr(self._object) + (")" if self._times is None else ", " + repr(self._times) + ")")


def cycle(iterable):
    return _cycle(iter(iterable))


def _cycle(iterator):
    seen = []
    for item in iterator:
        seen.append(item)
        yield item
    while seen:
        for item in seen:
            yield item


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(iterator, func, initial):
    total = initial
    if initial is None:
        total = next(iterator, _nothing)
        if total is _nothing:
            return
    yield total
    for item in iterator:
        total = total + item if func is None else func(total, item)
        yield total


class chain:
    def __init__(self, *iterables):
        self._iterables = iter(iterables)
        self._current = iter(())

    @classmethod
    def from_iterable(cls, iterables):
        self = cls()
        self._iterables = iter(iterables)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item = next(self._current, _nothing)
            if item is not _nothing:
                return item
            self._current = iter(next(self._iterables))


def compress(data, selectors):
    for item, selector in zip(data, selectors):
        if selector:
            yield item


def dropwhile(predicate, iterable):
    dropping = True
    for item in iterable:
        if dropping and predicate(item):
            continue
        dropping = False
        yield item


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


class groupby:
    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._key = key
        self._item = self._value = self._last = _nothing
        self._ended = False
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        self._item = next(self._iterator, _nothing)
        if self._item is _nothing:
            self._ended = True
        else:
            self._value = self._item if self._key is None else self._key(self._item)

    def __next__(self):
        if self._item is _nothing and not self._ended:
            self._advance()
        while not self._ended and self._last is not _nothing and self._value == self._last:
            self._advance()
        if self._ended:
            raise StopIteration
        self._last = self._value
        self._group = group = object()
        return self._value, self._items(group)

    def _items(self, group):
        while self._group is group and not self._ended and self._value == self._last:
            item = self._item
            self._advance()
            yield item


def islice(iterable, *bounds):
    span = slice(*bounds)
    start = 0 if span.start is None else span.start
    step = 1 if span.step is None else span.step
    for value, text in ((span.stop, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."),
                        (start, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")):
        if value is not None and (not isinstance(value, int) or value < 0):
            raise ValueError(text)
    if not isinstance(step, int) or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, span.stop, step)


def _islice(iterator, wanted, stop, step):
    at = 0
    while stop is None or wanted < stop:
        item = next(iterator, _nothing)
        if item is _nothing:
            return
        if at == wanted:
            yield item
            wanted += step
        at += 1
    while stop is not None and at < stop:
        if next(iterator, _nothing) is _nothing:
            return
        at += 1


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    iterator = iter(iterable)
    waiting = [[] for _ in range(n)]

    def branch(own):
        while True:
            if not own:
                item = next(iterator, _nothing)
                if item is _nothing:
                    return
                for other in waiting:
                    other.append(item)
            yield own.pop(0)

    return tuple([branch(own) for own in waiting])


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    active = len(iterators)
    while active:
        items = []
        for at in range(len(iterators)):
            item = fillvalue if iterators[at] is None else next(iterators[at], _nothing)
            if item is _nothing:
                iterators[at] = None
                active -= 1
                if not active:
                    return
                item = fillvalue
            items.append(item)
        yield tuple(items)


def product(*iterables, repeat=1):
    pools = [tuple(iterable) for iterable in iterables] * repeat
    return _product(pools)


def _product(pools):
    if any([not pool for pool in pools]):
        return
    places = [0] * len(pools)
    while True:
        yield tuple([pool[place] for pool, place in zip(pools, places)])
        at = len(pools) - 1
        while at >= 0 and places[at] == len(pools[at]) - 1:
            places[at] = 0
            at -= 1
        if at < 0:
            return
        places[at] += 1


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if r < 0:
        raise ValueError("r must be non-negative")
    for places in _product([range(len(pool))] * r):
        if len(set(places)) == r:
            yield tuple([pool[place] for place in places])


def combinations(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r, 1)


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(pool, r, 0)


def _combinations(pool, r, gap):
    """Each index is at least `gap` beyond the one before it."""
    highest = [len(pool) - 1 - gap * (r - 1 - at) for at in range(r)]
    places = [gap * at for at in range(r)]
    if r and highest[0] < 0:
        return
    while True:
        yield tuple([pool[place] for place in places])
        at = r - 1
        while at >= 0 and places[at] >= highest[at]:
            at -= 1
        if at < 0:
            return
        places[at] += 1
        for later in range(at + 1, r):
            places[later] = places[later - 1] + gap


if _machine.minor >= 10:
    def pairwise(iterable):
        previous = _nothing
        for item in iterable:
            if previous is not _nothing:
                yield previous, item
            previous = item

if _machine.minor >= 12:
    def batched(iterable, n, *, strict=False):
        if n < 1:
            raise ValueError("n must be at least one")
        return _batched(iter(iterable), n, strict)

    def _batched(iterator, n, strict):
        while True:
            batch = tuple(islice(iterator, n))
            if not batch:
                return
            if strict and len(batch) != n:
                raise ValueError("batched(): incomplete batch")
            yield batch
