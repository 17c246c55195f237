"""Options of which one excludes the other, letters together, and a usage of several lines."""
# needs: 3.13
import argparse
import threading


def parser():
    made = argparse.ArgumentParser(prog="countdown", description="Counts down in threads.")
    made.add_argument("names", nargs="*", default=["a", "b"])
    made.add_argument("-n", "--number", type=int, default=3, metavar="N")
    made.add_argument("--mode", choices=("up", "down"), default="down")
    made.add_argument("-v", "--verbose", action="count", default=0)
    made.add_argument("-q", action="store_true")
    only_one = made.add_mutually_exclusive_group()
    only_one.add_argument("--quiet", action="store_true")
    only_one.add_argument("--loud", action="store_true")
    return made


def parse(words):
    try:
        print(parser().parse_args(words))
    except SystemExit as end:
        print("exit", end.code)


for words in ([], ["x", "-vvq", "-n2"], ["--quiet", "--loud"], ["--verbose=3"]):
    t = threading.Thread(target=parse, args=(words,))
    t.start()
    t.join()
parser().print_help()
