s = "Hello, World"
print(s.lower(), s.upper(), s.swapcase(), s.title(), s.capitalize(), s[::-1], s[2:8:2], s[-5:])
print(s.find("o"), s.rfind("o"), s.find("z"), s.count("l"), s.index("W"), "World" in s, s.replace("l", "L", 2))
print(s.split(", "), "a b  c".split(), "a,b,,c".split(","), "a-b-c".rsplit("-", 1), "l1\nl2\r\nl3".splitlines())
print("-".join(["x", "y"]), "  pad ".strip() + "|", "xxaxx".strip("x"), "abc".lstrip("a"), "abc".rstrip("c"))
print("7".zfill(3), "ab".center(6, "*"), "ab".ljust(4) + "|", "ab".rjust(4), "a\tb".expandtabs(4))
print("abc".startswith(("x", "a")), "abc".endswith("bc"), "a1".isalnum(), "12".isdigit(), "ab".isalpha(), " ".isspace(), "Ab".isupper())
print("key=value=x".partition("="), "key=value=x".rpartition("="), "none".partition("="))
print("ab" * 3, "a" < "b", "a" "b", ord("a"), chr(8364), len("naïve"), min("hello"), sorted("hello"))
print("abc".encode(), b"abc".decode(), "x".isidentifier(), "%" in "50%", "A".casefold(), "abc".translate(str.maketrans("ab", "xy")))
print('''triple "quoted"
text''', r"raw\n", "esc\\ \x41 \u00e9", "con" "cat")
