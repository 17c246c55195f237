"""Operators, displays, calls, subscripts, targets and f-strings."""

print(-5, +5, ~5, not 5, - -5, 2**-1, 2**3**2, -(2**2), 7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 / 2)
print(1 << 3, 8 >> 1, 6 & 3, 6 | 3, 6 ^ 3, 10**20, 0xFF, 0b101, 0o17, 1_000, -0.0, 1e3)
print(123456789012345678901234567890, -9223372036854775808, 18446744073709551615, 0xFFFFFFFFFFFFFFFFFFFF)
print(1 in [1], 1 not in [1], None is None, [] or "default", 0 and 1)

row = [1, *range(3), 4]
print(row, (*row, 5), sorted({*row, 9}), {"a": 1, **{"b": 2}, "c": 3}, [], (), {}, (1,), [*"ab"])
print(row[0], row[-1], row[1:3], row[::-1], row[:2], row[2:], row[:], row[::2])
row[0], row[1:2] = "x", [7, 8]
print(row)
del row[0], row[:1]
print(row)


def given(*arguments, **keywords):
    return arguments, keywords


print(given(), given(1), given(1, 2, k=3), given(*[1, 2], 3, *(4,), k=1, **{"z": 2}, y=3), given(*"ab"))
try:
    given(**{"a": 1}, **{"a": 2})
except TypeError as error:
    print("refused")
print((lambda x, *rest, y=2, **more: (x, rest, y, more))(1, 2, z=3))
print(len(given(*range(300))[0]), given(*range(3), last=True))

a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
[a, b], *c = (1, 2), 3
print(a, b, c)
*a, b = range(4)
print(a, b)
first, *_, last = "hello"
print(first, last)
a = b = [0]
a.append(1)
print(b)
index, numbers = 0, [0, 0]
index, numbers[index] = 1, 9
print(index, numbers)
try:
    a, b = [1, 2, 3]
except ValueError as error:
    print(error)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)


class Thing:
    pass


thing = Thing()
thing.x = 1
thing.x += 2
thing.y = thing.z = 5
print(thing.x, thing.y, thing.z)
for thing.x in range(3):
    pass
print(thing.x)
table = {"k": [1]}
table["k"] += [2]
table["n"] = 1
table["n"] <<= 3
print(table)
x = 1
x += 1
x -= 5
x *= 3
x **= 2
x //= 2
x %= 7
x |= 8
x &= 12
x ^= 1
x /= 2
print(x)

number, width, name = 3.14159, 10, "bob"
print(f"{number}", f"{number:.2f}", f"{name!r:>{width}}|", f"{name=}", f"{number = :.1f}", f"{{}}", f"a{1}b{2}c")
print(f"{name!s}", f"{'é'!a}", "x" f"{number:.1f}" "y", f"", f"{number:{width}.{2}f}|", f"{1 + 1 = }", f"{name:*^9}")
print("a" "b", b"a" b"b", b"\xff", "tab\tend", r"raw\n", "é", ...)
print("%s is %d%%" % ("it", 5), "{} {x}".format(1, x=2), "a,b".split(","), " x ".strip().upper().center(5, "*"))
print({1: "a", 2: "b"}[2], {1, 2} == {2, 1}, (1, 2) + (3,), [1] * 2, "ab" * 2)
