"""Methods of str, by what they print."""


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


show(lambda: "hello World".upper())
show(lambda: "Hello".lower().title().swapcase())
show(lambda: "ß straße".capitalize().casefold())
show(lambda: " a b  c ".split())
show(lambda: "a,b,,c".split(","))
show(lambda: "a,b,,c".split(",", 1))
show(lambda: "a,b,,c".rsplit(",", maxsplit=1))
show(lambda: "a b c".split(sep=None, maxsplit=1))
show(lambda: "a".split(1))
show(lambda: "a".split(""))
show(lambda: "a\nb\r\nc".splitlines())
show(lambda: "a\nb\r\nc".splitlines(keepends=True))
show(lambda: "key=value=x".partition("="))
show(lambda: "key=value=x".rpartition("="))
show(lambda: "a".partition(1))
show(lambda: "  x ".strip() + "|")
show(lambda: "xxhixx".strip("x").lstrip("h").rstrip("i"))
show(lambda: "a".strip(1))
show(lambda: "hello".find("l"))
show(lambda: "hello".find("l", 3))
show(lambda: "hello".rfind("l", None, -2))
show(lambda: "hello".index("z"))
show(lambda: "hello".rindex("l"))
show(lambda: "hello".count("l"))
show(lambda: "hello".find(1))
show(lambda: "hello".find())
show(lambda: "hello".find("a", "b"))
show(lambda: "hello".replace("l", "L", 1))
show(lambda: "hello".replace(1, ""))
show(lambda: "hello".startswith("he"))
show(lambda: "hello".startswith(("x", "he")))
show(lambda: "hello".endswith("lo", 1, 5))
show(lambda: "hello".startswith(1))
show(lambda: "hello".startswith((1,)))
show(lambda: ", ".join(["a", "b"]))
show(lambda: ", ".join(str(i) for i in range(3)))
show(lambda: "-".join("abc"))
show(lambda: "-".join({"a": 1, "b": 2}))
show(lambda: ", ".join([1]))
show(lambda: ", ".join(x for x in [1]))
show(lambda: ", ".join(1))
show(lambda: "x".ljust(3, ".") + "x".rjust(3) + "|" + "x".center(4, "-"))
show(lambda: "x".center(3, "ab"))
show(lambda: "x".center(3, 1))
show(lambda: "x".center("3"))
show(lambda: "-7".zfill(4))
show(lambda: "a\tb".expandtabs(4))
show(lambda: "é日".encode())
show(lambda: "é".encode("ascii"))
show(lambda: "é".encode("ascii", "replace"))
show(lambda: "é".encode(encoding="latin-1", errors="strict"))
show(lambda: "é".encode("nonsense"))
show(lambda: "abc".translate(str.maketrans("ab", "xy", "c")))
show(lambda: "abc".translate({97: "AA", ord("b"): None}))
show(lambda: str.maketrans("ab", "c"))
show(lambda: str.maketrans(1))
show(lambda: str.upper("abc"))
show(lambda: "abc".upper(1))
show(lambda: "abc".isdigit() or "12".isdigit())
show(lambda: ["Ab".isupper(), "AB".isupper(), "ab1".isalnum(), " \t".isspace(), "Ab Cd".istitle(), "a1".isidentifier()])
show(lambda: "{} and {}".format(1, "two"))
show(lambda: "{0}{1}{0!r:>5}".format("a", 2))
show(lambda: "{name:>{width}}|{x[0]}|{y[k]}|{z.real}".format(name="n", width=4, x=[7], y={"k": 8}, z=5))
show(lambda: "{} {}".format(1))
show(lambda: "{missing}".format(a=1))
show(lambda: "{0} {}".format(1))
show(lambda: "{".format())
show(lambda: "{0.nothing}".format(1))
show(lambda: "{:d}".format("x"))
show(lambda: "{a} {b}".format_map({"a": 1, "b": 2}))
show(lambda: "{:,} {:.2f} {:>8} {:08.3f} {:x} {:#b} {:%}".format(1234567, 3.14159, "right", -3.14159, 255, 5, 0.25))


class Point:
    def __init__(self, x):
        self.x = x

    def __format__(self, specification):
        return "<%s|%s>" % (self.x, specification)

    def __repr__(self):
        return "Point(%r)" % self.x

    def __str__(self):
        return "point " + str(self.x)


class Missing(dict):
    def __missing__(self, key):
        return "no " + key


show(lambda: "{0:abc} {0!r} {0!s} {0.x} {p}".format(Point(1), p=Point(2)))
show(lambda: "{a} {b}".format_map(Missing(a=1)))
show(lambda: "{0[x]} {0.x!r:>5}".format(Point("q")))
show(lambda: "%s %d %5.2f %r %x %%" % ("a", 3, 2.5, "q", 255))
show(lambda: "%s" % Point(3))
show(lambda: "%s and %r and %a" % (Point(3), Point("é"), Point("é")))
show(lambda: "%(a)s %(b)05d" % {"a": Point(1), "b": 7})
show(lambda: "%s %s" % "one")
show(lambda: "%s" % ("one", "two"))
show(lambda: "%d" % "x")
show(lambda: "%d" % 3.99)
show(lambda: "%f" % "x")
show(lambda: "%y" % 1)
show(lambda: "%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159))
show(lambda: "%c%c" % (65, "b"))
show(lambda: "%s" % (1,))
show(lambda: "%s" % [1, 2])
show(lambda: "%s" % None)
show(lambda: "%(x)s" % {"y": 1})
show(lambda: "no values" % ())
show(lambda: "no values" % (1,))
show(lambda: "%i items" % True)
show(lambda: "%o %X %#x %+d % d" % (8, 255, 255, 3, 3))
show(lambda: "abc"[::-1] + "abc"[-2:] + "abcdef"[1:5:2])
show(lambda: "abc" * 3 + "x" * 0)
show(lambda: "b" in "abc")
show(lambda: "a" < "b" and "abc" >= "abb")
show(lambda: sorted("hello"))
show(lambda: list("hé"))
show(lambda: "abc".nothing)
show(lambda: f"{1.5:.1f} {'x':>3} {Point(1)} {Point(2)!r} {3:03d}")
