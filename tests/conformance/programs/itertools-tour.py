import itertools as it, threading
print(list(it.zip_longest([1, 2], "a", fillvalue="-")), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.takewhile(lambda x: x < 3, it.count())), list(it.dropwhile(lambda x: x < 3, range(5))))
print(list(it.compress("abc", [1, 0, 1])), list(it.filterfalse(lambda x: x % 2, range(5))), list(it.permutations("ab")), list(it.combinations_with_replacement("ab", 2)), list(it.repeat(1, 3)))
a, b = it.tee([1, 2, 3]); print(list(a), next(b), list(b)); print({k: list(g) for k, g in it.groupby(sorted("banana"))})
print(list(it.accumulate([1, 2, 3], lambda a, b: a * b, initial=1)), list(it.islice("abcdef", 1, 5, 2)), list(it.chain("ab", [1])), list(it.cycle([1, 2]).__next__() for _ in range(1)))
if hasattr(it, "pairwise"): print(list(it.pairwise("abc")))
if hasattr(it, "batched"): print(list(it.batched("abcde", 2)))
c = it.count(10, 5); next(c); print(c, next(c), it.repeat("x", 2), it.count(1))
lock = threading.Lock(); ids = it.count(); got = []
def w():
    for _ in range(2):
        with lock: got.append(next(ids))
ts = [threading.Thread(target=w) for _ in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(got))
