words = ["the", "quick", "brown", "fox"]
print(" ".join(w.capitalize() for w in words), "".join(reversed("abc")), ",".join(map(str, range(4))))
text = ""
for i, word in enumerate(words, 1):
    text += f"{i}. {word:>6}\n"
print(text, end="")
print(len(text), text.count("\n"), text.splitlines()[1].strip())
print("%-10s|%5.2f|%+d|%04d|%s" % ("left", 3.14159, 7, 42, [1]))
print("{:<5}|{:^7}|{:>5}|{:06.2f}|{:,}".format("a", "b", "c", 3.14159, 1234567))
table = {"apple": 1.5, "pear": 22.25}
for name, price in table.items():
    print(f"{name:.<10}{price:>8.2f}")
print(f"{'nested':>{10}} {3 + 4:d} {table['apple']!r} {len(words)=}")
print("tab\tsep", "new\\n", 'it''s', """a
b""", "a" * 3 + "b")
print(str([1, "a", None, 2.0, (1,), {"k": {1}}]), repr("quote'"), str(1e6), str(123456789012345678))
print("Mississippi".replace("ss", "SS", 1), "a,b;c".replace(";", ",").split(","), "x".join("abc"), "abc" "def")
