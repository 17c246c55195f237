data = list(range(10))
data[2:5] = []
data[::2] = ["even"] * len(data[::2])
print(data, data[-3:], data[:-8:-2], data[5:100], data[100:])
head, *_, tail = "unpack"
print(head, tail, *data[:2], sep="/")
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
for i, (k, v) in enumerate({"x": (1, 2), "y": (3, 4)}.items()):
    print(i, k, v)
t = (1,) + (2, 3) * 2
print(t, t.count(2), t.index(3), len(t), t[1:], (), tuple("ab"))
x = [1, 2, 3]
y = x[:]
y[0] = 99
print(x, y, x is not y)
s = slice(1, 3)
print("abcdef"[s], [10, 20, 30, 40][s])
del data[::3]
print(data)
m = {**{"a": 1}, **dict(b=2)}
print(m, [*m], {*m} == {"a", "b"})
