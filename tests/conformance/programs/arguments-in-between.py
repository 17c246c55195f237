"""Options between the positional arguments, as argparse takes them."""
import argparse
import threading

parser = argparse.ArgumentParser(prog="fetch")
parser.add_argument("source")
parser.add_argument("targets", nargs="*")
parser.add_argument("-w", "--workers", type=int, default=1)
parser.add_argument("-v", action="count", default=0)


def parsed(words):
    try:
        print(parser.parse_known_args(words.split()))
    except SystemExit as error:
        print("exit", error.code)


for words in ("a b c -w3", "-w3 a b", "a -w 3 b", "a -v", "-v -v a b -w2", "-w2"):
    worker = threading.Thread(target=parsed, args=(words,))
    worker.start()
    worker.join()
