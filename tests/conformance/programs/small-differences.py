"""What programs seldom do, but may: odd arguments, and what the library says of them."""
import argparse
import math
import sys
import time
from collections import UserString


def tell(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__ + ":", error)


for function in (math.sqrt, math.floor, math.factorial, math.fabs, math.isnan, time.sleep, len, abs):
    tell(lambda: function())
    tell(lambda: function(1, 2))
tell(lambda: time.gmtime("a"))
tell(lambda: time.localtime(1e20))
tell(lambda: time.gmtime(0)[:6])
with open("file.txt", "w") as file:
    file.write("text")
tell(lambda: open("file.txt", encoding="no-such-encoding"))
if sys.version_info >= (3, 9):
    pairs = {"a": 1}
    pairs |= [("b", 2), ("a", 3)]
    pairs |= (pair for pair in [("c", 4)])
    print(pairs)

    def add_number():
        pairs = {}
        pairs |= 5

    def with_list():
        return {} | [("a", 1)]

    tell(add_number)
    tell(with_list)
text = UserString("ab")
print(text + "c", type(text + "c").__name__, text * 2, type(2 * text).__name__)
parser = argparse.ArgumentParser(prog="tool")
parser.add_argument("--version", action="version", version="%(prog)s 2.1 (100%%)")
parser.add_argument("-n", type=int, default=1)
print(parser.parse_args(["-n", "4"]))
try:
    parser.parse_args(["--version"])
except SystemExit as end:
    print("status", end.code)
from collections import namedtuple
from functools import reduce

Point = namedtuple("Point", "x y")
tell(lambda: Point(1))
tell(lambda: Point(1, 2, 3))
tell(lambda: Point(1, z=2))
tell(lambda: reduce(max, []))
tell(lambda: int | None)
tell(lambda: "A" | None)
if sys.version_info >= (3, 9):
    tell(lambda: list[int] | None)
    tell(lambda: None | dict[str, int])
    tell(lambda: list[int] | int)
    print(type(list[int]))

    def annotated(numbers: list[int] | None = None):
        return numbers

    print(annotated())
for call in (int.bit_length, list.append, dict.get, str.upper, bytes.split):
    tell(lambda: call())
tell(lambda: chr(0.5))
tell(lambda: chr(None))
