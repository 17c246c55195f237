d = {"b": 2, "a": 1}
d["c"] = 3
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "a" in d, list(d), sorted(d), d.keys(), d.values(), d.items())
print(d.pop("b"), d.pop("zz", None), d.setdefault("e", []), d.setdefault("a", 9), d)
d.update({"a": 10}, f=6); print(d, dict(sorted(d.items(), key=lambda kv: kv[0], reverse=True)))
for key, value in d.items():
    print(key, "->", value, end="; ")
print()
del d["a"]; print(d.popitem(), d, d == {"c": 3, "e": []}, bool({}))
try:
    d["nope"]
except KeyError as error:
    print(error)
try:
    {[]: 1}
except TypeError as error:
    print("unhashable" in str(error))
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
print(counts, dict.fromkeys("ab", 0), {v: k for k, v in counts.items() if v > 1})
s = {3, 1, 2}
s.add(2); s.discard(9); s |= {4}
print(sorted(s), s & {1, 9}, sorted(s - {1}), sorted(s ^ {1, 5}), {1, 2} <= s, s.isdisjoint({7}), len(set("hello")), set())
print(frozenset([1]) == {1}, sorted(s.union([8])), sorted(s.intersection([1, 2, 77])), s.issuperset({1}))
try:
    for key in d:
        d[key + "!"] = 1
except RuntimeError as error:
    print(error)
