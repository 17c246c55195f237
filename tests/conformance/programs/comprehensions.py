print([x * y for x in range(3) for y in range(x)], [[c for c in w] for w in ("ab", "c")])
print({k: v for k, v in zip("abc", range(3)) if v}, {x % 3 for x in range(10)} == {0, 1, 2})
print([x if x % 2 else -x for x in range(5) if x != 3])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [n for row in matrix for n in row])
x = "outer"
print([x for x in range(2)], x)
print([y := 5, y ** 2], y, any((found := n) > 3 for n in matrix[1]), found)
print(list(map(lambda a, b: a + b, [1, 2], [10, 20])), list(filter(None, [0, 1, "", "a"])))
print(dict(a=1, **{"b": 2}), dict([("c", 3)]), {**{"a": 1}, "a": 2}, [*range(2), *"xy"])
