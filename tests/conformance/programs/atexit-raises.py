import atexit
import sys


def first():
    print("first registered")


def broken():
    raise ValueError("in atexit")


atexit.register(first)
atexit.register(broken)
sys.exit(2)
