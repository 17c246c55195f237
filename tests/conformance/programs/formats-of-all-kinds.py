import threading, time
print("%s|%5.1f|%-6s|%+d|%x|%o|%e|%c|%r|%%|%05d" % ("s", 3.14159, "ab", 5, 255, 8, 12345.678, "z", "q", 42))
print("{:>10}|{:<10}|{:^10}|{:*^10}|{:+.2f}|{:,}|{:b}|{:#x}|{:.0%}|{:e}".format("r", "l", "c", "m", 3.14159, 1234567, 10, 255, 0.5, 1e6))
print("{0[a]} {1.real} {2!r:>5} {name:{w}}".format({"a": 1}, 3, "x", name="n", w=4))
v = {"k": [1, 2]}; n = 42; f = 2.5; s = "text"
print(f"{v['k'][0]} {n:>{6}} {f!s:^7} {s[::-1]!r} {n:08.3f} {{}} {'nested ' + f'{n}'} {n=} {f*2=:.1f} {s:.2}")
print("a\tb\\n", r"raw\n", b"bytes\x00", "uni\u00e9", "multi"
      "part", '''tri"ple''', "%(x)s %(y)d" % {"x": 1, "y": 2}, "abc".join("123"), "x" * 3)
print("Hello World".swapcase(), "a,b,,c".split(","), " x ".strip(), "abc".find("d"), "hello".replace("l", "L", 1), "title case".title(), "1".zfill(3), "abc".partition("b"), "ab\ncd".splitlines(), "abc".startswith(("x", "a")), "x".isalpha(), "aXb".casefold(), "a-b".translate({45: "_"}))
t = threading.Thread(target=print, args=("in thread", [1, (2,), {"a": {3}}], None, True), kwargs={"sep": "; ", "end": ".\n"}); t.start(); t.join()
print(1e16, 1e15, 0.1 + 0.2, 1 / 3, 1e-5, 100.0, float("inf"), -0.0, 2 ** 100, 10 // 3, -7 // 2, -7 % 3, divmod(-7, 2), round(2.5), round(-1.567, 2), int("ff", 16), bin(5), hex(255), oct(8), ord("a"), chr(98), abs(-3), pow(2, 5, 7), 3 / 2, 7.0 // 2)
print([*range(3)], {**{"a": 1}, "b": 2}, *"xy", sorted("bca", reverse=True), list(zip("ab", [1, 2])), dict(enumerate("ab")), any([]), all([]), sum([[1], [2]], []), min("b", "a"), max([1, 5], key=lambda x: -x), list(map(str, [1])), list(filter(None, [0, 1])), isinstance(True, int), type(3).__name__, repr("it's"), str(None), bool(""), tuple("ab"), set([1, 1]), frozenset([2]), bytes([65]), list(reversed([1, 2])), slice(1, 2), callable(print), id(t) == id(t))
