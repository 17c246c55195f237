a = [3, 1, 2]
a.append(5); a.extend([4, 4]); a.insert(0, 9)
print(a, len(a), a.count(4), a.index(2), a.pop(), a.pop(0), a)
a.sort(); print(a, sorted(a, reverse=True), sorted(["b", "A", "c"], key=str.lower))
a.reverse(); a.remove(4) if 4 in a else None
print(a, a[1:3], a[-1], a[::2], a + [0], a * 2, 3 in a, [] == [], [1, 2] < [1, 3])
a[1:3] = ["x", "y", "z"]; print(a)
del a[0]; del a[-2:]; print(a)
b = a; c = a.copy(); b.append("shared"); print(a, c, b is a, c is a)
a.clear(); print(a, bool(a), list("abc"), list(range(5, 0, -2)), [[0] * 2 for _ in range(2)])
first, *middle, last = range(6); print(first, middle, last)
(p, q), r = (1, 2), 3; print(p, q, r)
p, q = q, p; print(p, q, *[1, 2])
words = ["apple", "fig", "banana"]
words.sort(key=len); print(words, max(words, key=len), min(words), sum([1, 2, 3], 10))
print(list(enumerate("ab", 1)), list(zip([1, 2, 3], "ab")), list(reversed([1, 2])), all([]), any([0, 1]))
try:
    [].pop()
except IndexError as error:
    print(error)
try:
    [1].remove(2)
except ValueError as error:
    print(error)
nested = [1, [2, 3]]; nested[1].append(nested[0]); print(nested)
