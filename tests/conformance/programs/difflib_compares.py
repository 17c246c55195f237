"""The module difflib, as texts and words are compared with it."""
import difflib

before = """Beautiful is better than ugly.
Explicit is better than implicit.
Simple is better than complex.
Complex is better than complicated.
""".splitlines(keepends=True)
after = """Beautiful is better than ugly.
Simple is better than complex.
Complicated is better than complex.
Flat is better than nested.
""".splitlines(keepends=True)
print("".join(difflib.unified_diff(before, after, "before.py", "after.py")))
print("".join(difflib.context_diff(before, after, fromfile="before.py", tofile="after.py", n=1)))
delta = list(difflib.ndiff(before, after))
print("".join(delta))
print("".join(difflib.restore(delta, 1)) == "".join(before), "".join(difflib.restore(delta, 2)) == "".join(after))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("wheel", ["while", "for"]))
matcher = difflib.SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(matcher.ratio(), 3), matcher.quick_ratio(), matcher.real_quick_ratio())
for block in matcher.get_matching_blocks():
    print(block)
for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(lambda x: x == " ", "qabxcd", "abycdf").get_opcodes():
    print(f"{tag:7} a[{i1}:{i2}] b[{j1}:{j2}]")
print(difflib.SequenceMatcher(None, " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
print("\n".join(difflib.unified_diff("one two three four five six seven eight".split(), "one two drei four five six seven acht".split(), lineterm="", n=1)))
try:
    list(difflib.unified_diff([1], ["a"]))
except TypeError as error:
    print(error)
print(difflib.Differ().compare(["a\n"], ["b\n"]).__class__.__name__, difflib.IS_LINE_JUNK("  # \n"), difflib.IS_CHARACTER_JUNK("x"))
